package dev.migrationtower.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EarlierRunTest {
    private static final Instant TEN = Instant.parse("2022-07-23T22:00:00Z");

    @Test
    void timeWaitedForPeopleTeachesNothing() {
        assertThat(seconds(phase(PhaseState.PASSED, TEN.plusSeconds(900), 600)))
                .containsOnly(Map.entry("phase/migrate", 300L));
    }

    @Test
    void onlyWhatCameToItsEndTeaches() {
        assertThat(seconds(phase(PhaseState.SKIPPED, TEN, 0))).isEmpty();
        assertThat(seconds(phase(PhaseState.FAILED, TEN, 0))).isEmpty();
        assertThat(seconds(phase(PhaseState.ACTIVE, null, 0))).isEmpty();
    }

    @Test
    void aStepTakesAsLongAsInItsSlowestLane() {
        View.PhaseView phase = phase(
                PhaseState.FAILED,
                TEN,
                0,
                lane("api", step(StepState.DONE, TEN, TEN.plusSeconds(60))),
                lane("warehouse", step(StepState.DONE, TEN, TEN.plusSeconds(90))));

        assertThat(seconds(phase)).containsOnly(Map.entry("step/migrate/alter", 90L));
    }

    @Test
    void aStepThatIsNotDoneInEveryLaneTeachesNothing() {
        LaneView done = lane("api", step(StepState.DONE, TEN, TEN.plusSeconds(60)));

        assertThat(seconds(phase(PhaseState.FAILED, TEN, 0, done, lane("b", step(StepState.RUNNING, TEN, null)))))
                .isEmpty();
        assertThat(seconds(phase(PhaseState.FAILED, TEN, 0, done, lane("b", step(StepState.FAILED, TEN, TEN)))))
                .isEmpty();
        assertThat(seconds(phase(PhaseState.FAILED, TEN, 0, done, lane("b", step(StepState.DONE, null, TEN)))))
                .isEmpty();
    }

    @Test
    void itKeepsItsNameItsModeAndWhatItProved() {
        EarlierRun earlier = EarlierRun.of(run(phase(PhaseState.PASSED, TEN, 0)), List.of("app/one/closed"));

        assertThat(earlier.run()).isEqualTo("2022-07-16");
        assertThat(earlier.mode()).isEqualTo(RunMode.REHEARSAL);
        assertThat(earlier.proven()).containsExactly("app/one/closed");
    }

    private static Map<String, Long> seconds(View.PhaseView phase) {
        return EarlierRun.of(run(phase), List.of()).seconds();
    }

    private static View.RunView run(View.PhaseView phase) {
        return new View.RunView(
                "2022-07-16",
                1,
                "plan",
                1,
                Text.of("Plan"),
                null,
                List.of(),
                RunMode.REHEARSAL,
                RunState.COMPLETED,
                ZoneOffset.UTC,
                null,
                TEN,
                TEN,
                TEN,
                false,
                List.of(),
                List.of(),
                null,
                null,
                List.of(phase),
                null,
                null,
                null);
    }

    private static View.PhaseView phase(PhaseState state, @Nullable Instant endedAt, long waited, LaneView... lanes) {
        return new View.PhaseView(
                "migrate",
                1,
                Text.of("Migrate"),
                false,
                state,
                0,
                null,
                null,
                TEN,
                endedAt,
                waited,
                null,
                null,
                List.of(),
                List.of(lanes),
                null,
                List.of(),
                new View.GateView(GateResult.GO, 1, TEN, null, 0, 0, 0, 0, List.of(), null));
    }

    private static LaneView lane(String id, StepView step) {
        return new LaneView(id, LaneView.State.FINISHED, TEN, null, null, List.of(step), 0, List.of());
    }

    private static StepView step(StepState state, @Nullable Instant startedAt, @Nullable Instant endedAt) {
        return new StepView("alter", state, 1, startedAt, endedAt, null, null, null);
    }
}
