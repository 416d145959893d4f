package dev.migrationtower.probe.datadog;

import static dev.migrationtower.probe.datadog.FakeDatadog.DISK;
import static dev.migrationtower.probe.datadog.FakeDatadog.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.simulator.vendor.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Half a minute, in life, against the time-out that we ship. Goes by while other classes are tried. */
class DatadogSilenceIT {
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    @Test
    void thirtySecondsOfSilenceAreUnavailableAllAlongAndSeenAgainWhenTheyAreOver() throws Exception {
        try (FakeDatadog datadog = new FakeDatadog()) {
            DatadogProbe probe = datadog.probe(datadog.config().timeout(), Clock.fixed(NOW, ZoneOffset.UTC));
            CheckSpec check = Checks.check("datadog", DISK);
            datadog.server.in(Fault.SILENT, "/api/v2/logs/events/search");
            long end = System.nanoTime() + HALF_A_MINUTE.toNanos();

            while (System.nanoTime() < end) {
                Outcome.Unobservable told = Contract.unobservable(Bench.look(probe, check));
                assertThat(told.cause()).isEqualTo("unavailable");
                assertThat(told.message()).contains("no whole answer came within 10000 ms", "status.datadoghq.com");
            }

            datadog.server.in(Fault.NONE, "");
            assertThat(Bench.look(probe, check).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Reading.class,
                            seen -> assertThat(seen.values()).containsEntry("used", 75));
        }
    }
}
