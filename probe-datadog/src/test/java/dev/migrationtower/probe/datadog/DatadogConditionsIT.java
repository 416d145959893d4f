package dev.migrationtower.probe.datadog;

import static dev.migrationtower.probe.datadog.Documents.dated;
import static dev.migrationtower.probe.datadog.Documents.downtime;
import static dev.migrationtower.probe.datadog.Documents.monitor;
import static dev.migrationtower.probe.datadog.FakeDatadog.DISK;
import static dev.migrationtower.probe.datadog.FakeDatadog.MONITORS;
import static dev.migrationtower.probe.datadog.FakeDatadog.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.kit.LinesContract;
import dev.migrationtower.probe.runtime.kit.ListContract;
import dev.migrationtower.probe.runtime.kit.PagesContract;
import dev.migrationtower.probe.runtime.kit.VendorContract;
import dev.migrationtower.probe.runtime.kit.WordContract;
import dev.migrationtower.simulator.datadog.DatadogVoice;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All that the probe looks at, whatever is wrong with Datadog. */
class DatadogConditionsIT {
    @RegisterExtension
    final FakeDatadog datadog = new FakeDatadog();

    @BeforeEach
    void tellMonitors() {
        datadog.server.on(MONITORS, dated("[" + monitor("OK", "{}", downtime("*", "null")) + "]"));
    }

    /** Keys of another site are refused as unknown ones are: so a wrong token and a wrong site read the same. */
    private abstract class AtDatadog implements VendorContract {
        @Override
        public VendorServer vendor() {
            return datadog.server;
        }

        @Override
        public Probe newProbe(Duration timeout) {
            return datadog.probe(timeout, Clock.fixed(NOW, ZoneOffset.UTC));
        }

        @Override
        public List<String> secrets() {
            return List.of(DatadogVoice.API_KEY, DatadogVoice.APPLICATION_KEY);
        }

        @Override
        public String refusal() {
            return "refused the keys: wrong site? It is datadoghq.com";
        }
    }

    /** What is told by a search of logs. */
    private abstract class ASearch extends AtDatadog implements WordContract {
        @Override
        public String troubled() {
            return "/api/v2/logs/events/search";
        }

        @Override
        public String field() {
            return "timestamp";
        }

        @Override
        public String word() {
            return "status";
        }
    }

    /** One page has all that counts: the newest lines come first. */
    @Nested
    @DisplayName("[datadog newest line]")
    class TheNewestLine extends ASearch implements ListContract {
        @Override
        public CheckSpec check() {
            return Checks.check("datadog", DISK);
        }

        @Override
        public List<String> telling() {
            return List.of("used", "age");
        }
    }

    @Nested
    @DisplayName("[datadog count]")
    class ACount extends ASearch implements PagesContract {
        @Override
        public CheckSpec check() {
            return Checks.check("datadog", Map.of("query", FakeDatadog.METRICS));
        }

        @Override
        public List<String> telling() {
            return List.of("count");
        }

        /** There always are: every page but an empty one has a cursor, and the empty one is the end. */
        @Override
        public void hasTwoPages() {
            assertThat(vendor().asked()).isEmpty();
        }

        @Override
        public String secondPage() {
            return "\"cursor\"";
        }

        @Override
        public Map<String, Object> ofBothPages() {
            return Map.of("count", 3);
        }
    }

    @Nested
    @DisplayName("[datadog monitors]")
    class MutedMonitors extends AtDatadog implements PagesContract, WordContract {
        @Override
        public CheckSpec check() {
            return Checks.check("datadog", FakeDatadog.MUTED);
        }

        @Override
        public String troubled() {
            return "/api/v1/monitor";
        }

        @Override
        public List<String> telling() {
            return List.of("total", "muted", "partly", "ending", "alerting");
        }

        @Override
        public String field() {
            return "overall_state";
        }

        @Override
        public String word() {
            return "overall_state";
        }

        @Override
        public List<String> toldByTheWord() {
            return List.of("alerting");
        }

        /** Monitors without their downtimes, which were asked for. */
        @Override
        public void partly() {
            vendor().in(Fault.ABSENT, troubled(), "matching_downtimes");
        }

        /** Pages of monitors have numbers and no cursor: only a full one has a next. */
        @Override
        public void hasTwoPages() {
            String full = String.join(", ", Collections.nCopies(1_000, monitor("OK", "{}", "")));
            vendor().on(MONITORS, dated("[" + full + "]"))
                    .on(
                            MONITORS.replace("&page=0", "&page=1"),
                            dated("[" + monitor("OK", "{}", downtime("*", "null")) + "]"));
        }

        @Override
        public String secondPage() {
            return "&page=1";
        }

        @Override
        public Map<String, Object> ofBothPages() {
            return Map.of("total", 1_001, "muted", 1);
        }
    }

    @Nested
    @DisplayName("[datadog lines]")
    class Lines extends ASearch implements LinesContract {
        @Override
        public CheckSpec check() {
            return Checks.follow("datadog", Map.of("query", FakeDatadog.METRICS), NOW.minusSeconds(600));
        }

        @Override
        public int written() {
            return 3;
        }

        /** Every page has a next one, until one is empty; the lines of the first are kept until the second can be had. */
        @Test
        void aSecondPageThatIsMissingIsUnobservableAndReadLater() throws Exception {
            Probe probe = probe(Bench.PATIENT);
            vendor().in(Fault.NOT_FOUND, "\"cursor\"");
            assertThat(Contract.unobservable(look(probe)).cause()).isEqualTo("not-found");
            vendor().in(Fault.NONE, "");
            awaitSeen(probe);
        }
    }
}
