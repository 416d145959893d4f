package dev.migrationtower.probe.ovh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.ovh.Machine.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {
    @ParameterizedTest
    @CsvSource({
        "ACTIVE, RUNNING",
        "SHUTOFF, STOPPED",
        "SHELVED_OFFLOADED, STOPPED",
        "SUSPENDED, STOPPED",
        "PAUSED, STOPPED",
        "REBOOT, IN_FLIGHT",
        "SHELVING, IN_FLIGHT",
        "DELETING, IN_FLIGHT",
        "SNAPSHOTTING, IN_FLIGHT",
        "DELETED, UNKNOWN",
        "SOFT_DELETED, UNKNOWN",
        "ERROR, UNKNOWN",
        "RESCUE, UNKNOWN",
        "HIBERNATED, UNKNOWN"
    })
    void anInstanceThatIsGoneBrokenOrInAWordThatNobodyKnowsIsNotStopped(String status, State state) {
        assertThat(Machine.of("etl-1", new OvhJson.Instance("i-1", "etl-1", status, null))
                        .state())
                .isEqualTo(state);
    }

    @Test
    void anInstanceWithAnOperationUnderWayIsInFlightWhateverItsStatus() {
        assertThat(Machine.of("etl-1", new OvhJson.Instance("i-1", "etl-1", "SHUTOFF", List.of("op-1"))))
                .isEqualTo(new Machine("etl-1", State.IN_FLIGHT, "SHUTOFF"));
    }

    @ParameterizedTest
    @CsvSource({"poweron, RUNNING", "poweroff, STOPPED", "powercycle, UNKNOWN"})
    void aServerIsWhatItsPowerIs(String power, State state) {
        assertThat(Machine.of(new OvhJson.Server("ns1", power, "ok")).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "READY, 0, 0, STOPPED", "READY, 3, 3, RUNNING", "READY, 1, 0, IN_FLIGHT", "READY, 0, 3, IN_FLIGHT",
        "DOWNSCALING, 0, 0, IN_FLIGHT", "SUSPENDED, 0, 0, UNKNOWN", "ERROR, 0, 0, UNKNOWN", "WAITING, 0, 0, UNKNOWN"
    })
    void aNodePoolIsStoppedOnlyWhenNoNodeIsLeftAndNoneIsWanted(String status, int current, int desired, State state) {
        OvhJson.NodePool pool = new OvhJson.NodePool("p-1", "workers", status, desired, current);

        assertThat(Machine.of(new OvhSettings.Pool("c-1", "workers"), pool).state())
                .isEqualTo(state);
    }
}
