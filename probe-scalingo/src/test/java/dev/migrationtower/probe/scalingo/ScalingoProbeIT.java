package dev.migrationtower.probe.scalingo;

import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static dev.migrationtower.probe.scalingo.FakeScalingo.ADDONS;
import static dev.migrationtower.probe.scalingo.FakeScalingo.APP;
import static dev.migrationtower.probe.scalingo.FakeScalingo.EXCHANGE;
import static dev.migrationtower.probe.scalingo.FakeScalingo.FORMATION;
import static dev.migrationtower.probe.scalingo.FakeScalingo.PS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.simulator.scalingo.ScalingoVoice;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real client and a real server that speaks as Scalingo does, well and otherwise. */
class ScalingoProbeIT {
    private static final Map<String, Object> STOPPED = Map.of("region", "osc-secnum-fr1", "app", "pix-api");
    private static final Map<String, Object> BACKUPS =
            Map.of("region", "osc-secnum-fr1", "app", "pix-api", "addon", "postgresql");

    @RegisterExtension
    final FakeScalingo scalingo = new FakeScalingo();

    private final VendorServer vendor = scalingo.server;
    private ScalingoProbe probe = scalingo.probe();

    @Test
    void aStoppedAppHasNoContainersButItsOneOff() throws Exception {
        Look look = look(STOPPED);

        assertThat(Contract.reading("scalingo", look))
                .isEqualTo(Map.of(
                        "found",
                        true,
                        "status",
                        "stopped",
                        "running",
                        0,
                        "types",
                        Map.of(),
                        "oneOffs",
                        List.of(Map.of("label", "one-off-1001", "state", "running", "age", "PT14M")),
                        "desired",
                        0,
                        "operation",
                        ""));
        assertThat(look.evidence().text())
                .isEqualTo("pix-api is stopped, no containers, one-offs one-off-1001 running");
        assertThat(look.evidence().link())
                .isEqualTo("https://dashboard.scalingo.com/apps/osc-secnum-fr1/pix-api/resources");
    }

    @Test
    void containersThatStopStillCountWhateverTheFormationSays() throws Exception {
        scalingo.platform.scale("pix-api", "web", 1);
        scalingo.platform.scale("pix-api", "web", 0);

        assertThat(Contract.reading("scalingo", look(STOPPED)))
                .containsEntry("running", 1)
                .containsEntry("desired", 0)
                .containsEntry("operation", "scale")
                .containsEntry("types", Map.of("web", 1L));
    }

    @Test
    void theDatabaseIsSeenThroughItsOwnToken() throws Exception {
        Map<String, Object> values = Contract.reading("scalingo", look(BACKUPS));

        assertThat(values)
                .containsEntry("periodicBackups", false)
                .containsEntry("lastBackup", "PT2H44M")
                .containsEntry("sessions", 2)
                .containsEntry("dataSize", 750L);
        assertThat((double) values.get("disk")).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void anAppThatIsNotInThisRegionIsNotFoundAndNothingElse() throws Exception {
        vendor.in(Fault.NOT_FOUND, "/apps/pix-api");

        Look look = look(STOPPED);

        assertThat(Contract.reading("scalingo", look)).isEqualTo(Map.of("found", false));
        assertThat(look.evidence().text()).contains("404: not found", "osc-secnum-fr1");
    }

    @Test
    void aWrongAddressIsNoMissingApp() throws Exception {
        vendor.on(APP, new Reply(404, "<html>no such page</html>", Map.of()));

        assertThat(Contract.unobservable(look(STOPPED)).cause()).isEqualTo("not-found");
    }

    @Test
    void anAppWithoutDatabaseHasNone() throws Exception {
        Outcome.Unobservable told = Contract.unobservable(look(Map.of("app", "other", "addon", "postgresql")));

        assertThat(told.cause()).isEqualTo("not-found");
        assertThat(told.message()).contains("other has no add-on postgresql");
    }

    @Test
    void aStoppedAppMayHaveNoContainersAtAllAndIsStillThere() throws Exception {
        vendor.in(Fault.EMPTY, "/ps");

        assertThat(Contract.reading("scalingo", look(STOPPED)))
                .containsEntry("found", true)
                .containsEntry("running", 0)
                .containsEntry("oneOffs", List.of());
    }

    @Test
    void aWrongTokenIsUnauthorisedAndSaysWhereToSetIt() throws Exception {
        probe = scalingo.probe("tk-us-wr0ng", Bench.PATIENT, Clock.systemUTC());

        Outcome.Unobservable told = Contract.unobservable(look(STOPPED));

        assertThat(told.cause()).isEqualTo("unauthorised");
        assertThat(told.message())
                .contains("Invalid credentials", "TOWER_SCALINGO_ACCOUNTS_DEFAULT_TOKEN")
                .doesNotContain("wr0ng");
    }

    @Test
    void anExpiredTokenIsExchangedAnewByOneRequestForAllLooks() throws Exception {
        look(STOPPED);
        vendor.in(Fault.EXPIRED, "");

        CompletableFuture<Look> first = observe(Map.of("app", "other"));
        CompletableFuture<Look> second = observe(Map.of("app", "other"));

        assertThat(Contract.reading("scalingo", first.get(10, TimeUnit.SECONDS)))
                .containsEntry("found", true);
        assertThat(Contract.reading("scalingo", second.get(10, TimeUnit.SECONDS)))
                .containsEntry("found", true);
        assertThat(vendor.times(EXCHANGE)).isEqualTo(2);
    }

    @Test
    void aDatabaseThatSaysUnauthorizedWith400GetsANewToken() throws Exception {
        look(BACKUPS);
        vendor.in(Fault.EXPIRED, "");

        // The answers of the first look are remembered for two seconds.
        await().atMost(Bench.PATIENT).untilAsserted(() -> {
            assertThat(Contract.reading("scalingo", look(BACKUPS))).containsEntry("periodicBackups", false);
            assertThat(vendor.asked().stream().filter(asked -> asked.what().endsWith("/token")))
                    .hasSize(2);
        });
    }

    @Test
    void theSameQuestionOfSeveralChecksIsAskedOnce() throws Exception {
        CompletableFuture.allOf(observe(STOPPED), observe(STOPPED), observe(BACKUPS))
                .get(10, TimeUnit.SECONDS);

        assertThat(vendor.times(PS)).isEqualTo(1);
        assertThat(vendor.times(EXCHANGE)).isEqualTo(1);
    }

    @Test
    void aClockOfOursThatIsWrongByTenMinutesChangesNoAge() throws Exception {
        probe = scalingo.probe(
                ScalingoVoice.TOKEN, Bench.PATIENT, Clock.fixed(Instant.parse("2022-07-23T20:54:00Z"), ZoneOffset.UTC));

        assertThat(Contract.reading("scalingo", look(BACKUPS))).containsEntry("lastBackup", "PT2H44M");
    }

    @Test
    void anAccountThatWeDoNotHaveIsNamed() throws Exception {
        Outcome.Unobservable told = Contract.unobservable(look(Map.of("app", "pix-api", "account", "pix")));

        assertThat(told.cause()).isEqualTo("no-such-account");
        assertThat(told.message()).contains("\"pix\"", "[default]", "tower.scalingo.accounts.pix");
    }

    @Test
    void theRecordedDocumentsAreUnderstood() throws Exception {
        vendor.on(EXCHANGE, Recorded.reply("auth.tokens.exchange-200"))
                .on(APP, Recorded.reply("regional.apps.find-200"))
                .on(PS, "{\"containers\": []}")
                .on(FORMATION, Recorded.reply("regional.containers.for-200"))
                .on(ADDONS, Recorded.reply("regional.addons.for-200"));
        String addon = "ad-6733873b-1628-4b8e-8e74-c30f1c3f3b63";
        String database = "GET /api/databases/" + addon;
        vendor.on("POST /v1/apps/pix-api/addons/" + addon + "/token", Recorded.reply("regional.addons.token-200"))
                .on(database, Recorded.reply("regional_database.databases.find-200"))
                .on(database + "/backups", Recorded.reply("regional_database.backups.for-200"))
                .on(database + "/metrics", "{\"database_stats\": {\"data_size\": 1, \"current_connections\": 0}}")
                .on(database + "/instances_status", "[{\"id\": \"i\", \"type\": \"db-node\", \"role\": \"leader\"}]")
                .on(
                        database + "/instances/i/metrics/disk?last=true",
                        "{\"disk_metrics\": [{\"disk_used\": 1, \"disk_total\": 2}]}");
        assertThat(Contract.reading("scalingo", look(BACKUPS)))
                .containsEntry("status", "new")
                .containsEntry("desired", 1)
                .containsEntry("periodicBackups", true)
                .containsKey("lastBackup");
    }

    @Test
    void theRecordedRefusalIsUnauthorised() throws Exception {
        vendor.on(EXCHANGE, Recorded.reply("auth.tokens.exchange-401"));

        assertThat(Contract.unobservable(look(STOPPED)).message()).contains("Invalid credentials");
    }

    private Look look(Map<String, Object> settings) throws Exception {
        return Bench.look(probe, check("scalingo", settings));
    }

    private CompletableFuture<Look> observe(Map<String, Object> settings) {
        return probe.observe(check("scalingo", settings)).toCompletableFuture();
    }
}
