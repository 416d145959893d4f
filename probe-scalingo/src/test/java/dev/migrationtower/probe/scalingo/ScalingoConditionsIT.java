package dev.migrationtower.probe.scalingo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.kit.LinesContract;
import dev.migrationtower.probe.runtime.kit.ListContract;
import dev.migrationtower.probe.runtime.kit.VendorContract;
import dev.migrationtower.probe.runtime.kit.WordContract;
import dev.migrationtower.simulator.scalingo.ScalingoVoice;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All that the probe looks at, whatever is wrong with Scalingo. Scalingo gives none of it in pages. */
class ScalingoConditionsIT {
    private static final String REGION = "osc-secnum-fr1";
    private static final String APP = "GET /v1/apps/pix-web";

    @RegisterExtension
    final FakeScalingo scalingo = new FakeScalingo();

    private abstract class AtScalingo implements VendorContract {
        @Override
        public VendorServer vendor() {
            return scalingo.server;
        }

        @Override
        public Probe newProbe(Duration timeout) {
            return scalingo.probe(ScalingoVoice.TOKEN, timeout, Clock.systemUTC());
        }

        @Override
        public List<String> secrets() {
            return scalingo.secrets();
        }
    }

    @Nested
    @DisplayName("[scalingo app]")
    class AnApp extends AtScalingo implements ListContract, WordContract {
        @Override
        public CheckSpec check() {
            return Checks.check("scalingo", Map.of("region", REGION, "app", "pix-web"));
        }

        @Override
        public String troubled() {
            return "/v1/apps/pix-web/ps";
        }

        @Override
        public List<String> telling() {
            return List.of("running", "types", "status");
        }

        @Override
        public String field() {
            return "type";
        }

        @Override
        public String word() {
            return "status";
        }

        @Override
        public String worded() {
            return "/v1/apps/pix-web";
        }

        @Override
        public List<String> toldByTheWord() {
            return List.of("operation");
        }

        /** It has no answers of which a part is told; it is asked several, of which one may fail. */
        @Override
        public void partly() {
            vendor().in(Fault.BROKEN, "/v1/apps/pix-web/containers");
        }

        /** The same app in another region is not found, either; that it is not there is seen, and nothing else. */
        @Override
        @Test
        public void aSubjectThatIsNotThereIsNotFoundAndRecovers() throws Exception {
            Probe probe = probe(Bench.PATIENT);
            vendor().in(Fault.NOT_FOUND, "/v1/apps/pix-web");
            assertThat(Contract.reading("scalingo", look(probe))).isEqualTo(Map.of("found", false));
            vendor().in(Fault.NONE, "");
            awaitSeen(probe);
        }

        @Test
        void theWrongRegionHasNoSuchAppAndSaysWhichItIs() throws Exception {
            CheckSpec elsewhere = Checks.check("scalingo", Map.of("region", "osc-fr1", "app", "pix-nowhere"));

            Look look = Bench.look(probe(Bench.PATIENT), elsewhere);

            assertThat(Contract.reading("scalingo", look)).isEqualTo(Map.of("found", false));
            assertThat(look.evidence().text()).contains("Region osc-fr1 has no such app");
        }
    }

    @Nested
    @DisplayName("[scalingo database]")
    class ADatabase extends AtScalingo implements ListContract, WordContract {
        @Override
        public CheckSpec check() {
            return Checks.check("scalingo", Map.of("region", REGION, "app", "pix-api", "addon", "postgresql"));
        }

        @Override
        public String troubled() {
            return "/api/databases/";
        }

        @Override
        public List<String> telling() {
            return List.of("periodicBackups", "lastBackup", "sessions", "dataSize", "disk");
        }

        @Override
        public String field() {
            return "periodic_backups_enabled";
        }

        @Override
        public String word() {
            return "status";
        }

        @Override
        public List<String> toldByTheWord() {
            return List.of("lastBackup");
        }

        @Override
        public void partly() {
            vendor().in(Fault.BROKEN, "/metrics");
        }
    }

    @Nested
    @DisplayName("[scalingo log]")
    class ALog extends AtScalingo implements LinesContract {
        @BeforeEach
        void write() {
            List.of("In progress", "Done")
                    .forEach(text -> scalingo.logs.write("pix-api-one-off-1", "pix-api", "info", Map.of("msg", text)));
        }

        @Override
        public CheckSpec check() {
            return Checks.follow("scalingo", Map.of("app", "pix-api"), Instant.parse("2022-07-23T20:00:00Z"));
        }

        @Override
        public String troubled() {
            return "/v1/apps/pix-api/logs";
        }

        @Override
        public int written() {
            return 2;
        }

        @Override
        public String field() {
            return "logs_url";
        }

        /** A stream that is open needs no token; one that is opened anew does. */
        @Override
        public void expire() {
            super.expire();
            vendor().hangsUp();
        }

        /** A stream that ends half-way is opened again, and nothing is missed: ScalingoFollowIT. */
        @Override
        public void partly() {
            vendor().in(Fault.RESET, troubled());
        }
    }
}
