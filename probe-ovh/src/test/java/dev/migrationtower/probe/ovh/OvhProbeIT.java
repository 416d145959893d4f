package dev.migrationtower.probe.ovh;

import static dev.migrationtower.probe.ovh.FakeOvh.EXCHANGE;
import static dev.migrationtower.probe.ovh.FakeOvh.INSTANCES;
import static dev.migrationtower.probe.ovh.FakeOvh.NOW;
import static dev.migrationtower.probe.ovh.FakeOvh.TIME;
import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import dev.migrationtower.simulator.ovh.OvhVoice;
import dev.migrationtower.simulator.vendor.Asked;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real client and a real server that speaks as OVHcloud does, well and otherwise. */
class OvhProbeIT {
    private static final Map<String, Object> ETL =
            Map.of("project", "abc123", "instances", List.of("etl-1", "instance-2"));
    private static final Clock OURS = Clock.fixed(NOW, ZoneOffset.UTC);

    @RegisterExtension
    final FakeOvh ovh = new FakeOvh();

    private final VendorServer vendor = ovh.server;
    private OvhProbe probe = ovh.probe();

    @Test
    void instancesAreCountedByNameOrId() throws Exception {
        Look look = look(ETL);

        assertThat(Contract.reading("ovh", look))
                .isEqualTo(Map.of(
                        "total",
                        2,
                        "running",
                        0,
                        "stopped",
                        2,
                        "inFlight",
                        0,
                        "unknown",
                        0,
                        "machines",
                        List.of(
                                Map.of("name", "etl-1", "state", "stopped", "status", "SHUTOFF"),
                                Map.of("name", "instance-2", "state", "stopped", "status", "SHUTOFF"))));
        assertThat(look.evidence().text()).isEqualTo("etl-1 SHUTOFF, instance-2 SHUTOFF");
        assertThat(look.evidence().link()).endsWith("/public-cloud/pci/projects/abc123");
    }

    @Test
    void aMachineThatIsBeingStartedIsInFlight() throws Exception {
        ovh.machines.turn("etl-1", true);

        assertThat(Contract.reading("ovh", look(ETL)))
                .containsEntry("inFlight", 1)
                .containsEntry("stopped", 1)
                .containsEntry("running", 0);
    }

    @Test
    void serversAndNodePoolsAreCountedWithThem() throws Exception {
        Look look = look(Map.of(
                "project",
                "abc123",
                "instances",
                List.of("web"),
                "servers",
                List.of("ns1.example.net"),
                "nodePools",
                List.of("c-1/workers")));

        assertThat(Contract.reading("ovh", look))
                .containsEntry("total", 3)
                .containsEntry("running", 1)
                .containsEntry("stopped", 2);
        assertThat(look.evidence().text())
                .isEqualTo("web ACTIVE, ns1.example.net poweroff, c-1/workers READY, 0 of 0 nodes");
    }

    @Test
    void anInstanceThatIsNotThereIsNotStopped() throws Exception {
        Outcome.Unobservable told =
                Contract.unobservable(look(Map.of("project", "abc123", "instances", List.of("etl-1", "etl-9"))));

        assertThat(told.cause()).isEqualTo("not-found");
        assertThat(told.message()).contains("no instance etl-9", "[etl-1, etl-2, web]", "least of all as stopped");
    }

    @Test
    void twoInstancesOfOneNameAreAskedForById() throws Exception {
        vendor.on(INSTANCES, """
                [{"id": "i-1", "name": "etl-1", "status": "SHUTOFF"}, {"id": "i-2", "name": "etl-1", "status": "SHUTOFF"},
                 {"id": "instance-2", "name": "etl-2", "status": "SHUTOFF"}]""");

        assertThat(Contract.unobservable(look(ETL)).message()).contains("2 of instance etl-1: name it by its id");
    }

    @Test
    void aRequestIsSignedAtTheirTimeWhichIsAskedForOnce() throws Exception {
        Clock slow = Clock.fixed(NOW.minus(Duration.ofMinutes(10)), ZoneOffset.UTC);
        probe = ovh.probe(FakeOvh.keys(OvhVoice.CONSUMER_KEY), Bench.PATIENT, slow);

        Contract.reading("ovh", look(ETL));
        Contract.reading("ovh", look(Map.of("servers", List.of("ns1.example.net"))));

        Asked asked = vendor.asked().get(1);
        VendorQuestion question = VendorQuestion.get(URI.create(vendor.url() + "/1.0/cloud/project/abc123/instance"));
        assertThat(asked.headers().get("X-Ovh-Application")).isEqualTo(OvhVoice.APPLICATION_KEY);
        assertThat(asked.headers().get("X-Ovh-Timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(asked.headers().get("X-Ovh-Signature"))
                .isEqualTo(
                        new OvhSignature(OvhVoice.APPLICATION_KEY, OvhVoice.APPLICATION_SECRET, OvhVoice.CONSUMER_KEY)
                                .of(question, NOW.getEpochSecond()));
        assertThat(vendor.times(TIME)).isEqualTo(1);
    }

    @Test
    void aClockThatWasSetMeanwhileIsMeasuredAnew() throws Exception {
        Contract.reading("ovh", look(Map.of("servers", List.of("ns1.example.net"))));
        vendor.in(Fault.CLOCK_OFF, "");

        assertThat(Contract.reading("ovh", look(ETL))).containsEntry("stopped", 2);
        assertThat(vendor.times(TIME)).isEqualTo(2);
    }

    @Test
    void aClockThatIsStillRefusedIsUnauthorisedAndNotAskedForEver() throws Exception {
        vendor.on(TIME, Long.toString(NOW.plusSeconds(600).getEpochSecond()));

        Outcome.Unobservable told = Contract.unobservable(look(ETL));

        assertThat(told.cause()).isEqualTo("unauthorised");
        assertThat(told.message()).contains("Query out of time");
        assertThat(vendor.times(INSTANCES)).isEqualTo(2);
    }

    @Test
    void aWrongKeyIsUnauthorisedAndSaysWhereToSetIt() throws Exception {
        probe = ovh.probe(FakeOvh.keys("wr0ng"), Bench.PATIENT, OURS);

        Outcome.Unobservable told = Contract.unobservable(look(ETL));

        assertThat(told.cause()).isEqualTo("unauthorised");
        assertThat(told.message()).contains("TOWER_OVH_ACCOUNTS_DEFAULT_*").doesNotContain("wr0ng");
    }

    @Test
    void anOauthClientBorrowsOneTokenForAllLooks() throws Exception {
        probe = ovh.probe(FakeOvh.client(OvhVoice.CLIENT_SECRET), Bench.PATIENT, OURS);

        CompletableFuture.allOf(observe(ETL), observe(Map.of("servers", List.of("ns1.example.net"))))
                .get(10, TimeUnit.SECONDS);

        assertThat(Contract.reading("ovh", look(ETL))).containsEntry("stopped", 2);
        assertThat(vendor.times(EXCHANGE)).isEqualTo(1);
        assertThat(vendor.times(TIME)).isZero();
        assertThat(vendor.asked().getFirst().body())
                .contains("grant_type=client_credentials", "client_id=" + OvhVoice.CLIENT_ID);
    }

    @Test
    void anExpiredTokenIsBorrowedAnew() throws Exception {
        probe = ovh.probe(FakeOvh.client(OvhVoice.CLIENT_SECRET), Bench.PATIENT, OURS);
        look(Map.of("project", "abc123", "instances", List.of("web")));
        vendor.in(Fault.EXPIRED, "");

        // The answer of the first look is remembered for two seconds.
        await().atMost(Bench.PATIENT).untilAsserted(() -> {
            assertThat(Contract.reading("ovh", look(ETL))).containsEntry("stopped", 2);
            assertThat(vendor.times(EXCHANGE)).isEqualTo(2);
        });
    }

    @Test
    void aWrongClientSecretIsUnauthorisedAndNotShown() throws Exception {
        probe = ovh.probe(FakeOvh.client("wr0ng"), Bench.PATIENT, OURS);

        Outcome.Unobservable told = Contract.unobservable(look(ETL));

        assertThat(told.cause()).isEqualTo("unauthorised");
        assertThat(told.message()).contains("invalid_client").doesNotContain("wr0ng");
    }

    @Test
    void theSameQuestionOfSeveralChecksIsAskedOnce() throws Exception {
        CompletableFuture.allOf(observe(ETL), observe(ETL)).get(10, TimeUnit.SECONDS);

        assertThat(vendor.times(INSTANCES)).isEqualTo(1);
        assertThat(vendor.times(TIME)).isEqualTo(1);
    }

    @Test
    void anAccountThatWeDoNotHaveIsNamed() throws Exception {
        Outcome.Unobservable told = Contract.unobservable(look(Map.of("servers", List.of("ns1"), "account", "pix")));

        assertThat(told.cause()).isEqualTo("no-such-account");
        assertThat(told.message()).contains("tower.ovh.accounts.pix");
    }

    @Test
    void theRecordedDocumentsAreUnderstood() throws Exception {
        vendor.on(INSTANCES, recorded("libcloud.instance_get").toString());

        assertThat(Contract.reading("ovh", look(Map.of("project", "abc123", "instances", List.of("test_vm", "bar")))))
                .containsEntry("running", 2);
    }

    @Test
    void theRecordedRefusalIsForbiddenInTheirWordsAndRecoversByItself() throws Exception {
        JsonNode refusal = recorded("go-ovh.errors").get(0);
        vendor.on(
                INSTANCES,
                new Reply(refusal.path("status").asInt(), refusal.path("body").toString(), Map.of()));

        Outcome.Unobservable told = Contract.unobservable(look(ETL));

        assertThat(told.cause()).isEqualTo("forbidden");
        assertThat(told.message()).contains("User not granted for this request", "GET /cloud/project/*");
        vendor.off(INSTANCES);
        await().atMost(Bench.PATIENT)
                .untilAsserted(
                        () -> assertThat(Contract.reading("ovh", look(ETL))).containsEntry("stopped", 2));
    }

    private static JsonNode recorded(String name) throws Exception {
        try (InputStream in = OvhProbeIT.class.getResourceAsStream("/recorded/" + name + ".json")) {
            return Json.mapper().readTree(in);
        }
    }

    private Look look(Map<String, Object> settings) throws Exception {
        return Bench.look(probe, check("ovh", settings));
    }

    private CompletableFuture<Look> observe(Map<String, Object> settings) {
        return probe.observe(check("ovh", settings)).toCompletableFuture();
    }
}
