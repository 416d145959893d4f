package dev.migrationtower.probe.datadog;

import static dev.migrationtower.probe.datadog.Documents.dated;
import static dev.migrationtower.probe.datadog.Documents.downtime;
import static dev.migrationtower.probe.datadog.Documents.monitor;
import static dev.migrationtower.probe.datadog.FakeDatadog.MONITORS;
import static dev.migrationtower.probe.datadog.FakeDatadog.MUTED;
import static dev.migrationtower.probe.datadog.FakeDatadog.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether monitors are muted, by a real client and a real server that speaks as Datadog does. */
class DatadogMutesIT {
    @RegisterExtension
    final FakeDatadog datadog = new FakeDatadog();

    private final VendorServer vendor = datadog.server;
    private DatadogProbe probe = datadog.probe(NOW);

    @Test
    void aMuteIsToldWithItsEnd() throws Exception {
        vendor.on(
                MONITORS,
                dated("["
                        + String.join(
                                ", ",
                                monitor("OK", "{\"*\": " + NOW.plusSeconds(7200).getEpochSecond() + "}", ""),
                                monitor("Alert", "{}", downtime("*", "null")),
                                monitor("OK", "{}", downtime("host:a", "null")),
                                monitor("OK", "{\"*\": " + NOW.minusSeconds(60).getEpochSecond() + "}", ""))
                        + "]"));

        Look look = look(MUTED);

        assertThat(Contract.reading("datadog", look))
                .isEqualTo(Map.of("total", 4, "muted", 2, "partly", 1, "ending", 1, "mutedFor", "PT2H", "alerting", 1));
        assertThat(look.evidence().text()).contains("2 of 4 monitors muted, the first mute ends 2022-07-23T22:44:00Z");
    }

    @Test
    void aStateThatNobodyKnowsSaysNothingOfAlerts() throws Exception {
        vendor.on(MONITORS, dated("[" + monitor("Dozing", "{}", "") + "]"));

        assertThat(Contract.reading("datadog", look(MUTED)))
                .doesNotContainKey("alerting")
                .containsEntry("muted", 0);
    }

    @Test
    void noMonitorsAreNotAllMuted() throws Exception {
        vendor.on(MONITORS, dated("[]"));

        assertThat(Contract.unobservable(look(MUTED)).message()).contains("not the same as all muted");
    }

    @Test
    void theRecordedMonitorIsMutedUntilItsDowntimeEnds() throws Exception {
        Reply one = Recorded.replies("v1.Get_a_monitor_s_details_with_downtime_returns_OK_response", "GET")
                .getFirst();
        String monitor = one.body().replace("\"env:ci\"", "\"team:pix\"");
        vendor.on(MONITORS, new Reply(200, "[" + monitor + "]", Map.of("Date", "Mon, 22 May 2023 21:15:19 GMT")));

        assertThat(Contract.reading("datadog", look(MUTED)))
                .isEqualTo(
                        Map.of("total", 1, "muted", 1, "partly", 0, "ending", 1, "mutedFor", "PT168H", "alerting", 0));
    }

    private Look look(Map<String, Object> settings) throws Exception {
        return Bench.look(probe, Checks.check("datadog", settings));
    }
}
