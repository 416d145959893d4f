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
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.kit.VendorContract;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import dev.migrationtower.simulator.ovh.OvhVoice;
import dev.migrationtower.simulator.vendor.Asked;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real client and a real server that speaks as OVHcloud does, well and otherwise. */
class OvhProbeIT implements VendorContract {
    private static final Map<String, Object> ETL =
            Map.of("project", "abc123", "instances", List.of("etl-1", "instance-2"));
    private static Vertx vertx;

    private FakeOvh ovh;
    private VendorServer vendor;
    private OvhProbe probe;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @BeforeEach
    void open() throws Exception {
        ovh = new FakeOvh(vertx);
        vendor = ovh.server;
        probe = probe(FakeOvhConfig.keys(vendor.url(), OvhVoice.CONSUMER_KEY));
    }

    @AfterEach
    void close() {
        ovh.close();
    }

    @Override
    public VendorServer vendor() {
        return vendor;
    }

    @Override
    public String troubled() {
        return "/cloud/project/abc123/instance";
    }

    @Override
    public Look look() throws Exception {
        return look(ETL);
    }

    @Override
    public String refusal() {
        return "answered 403: This credential does not exist";
    }

    @Override
    public List<String> secrets() {
        return List.of(OvhVoice.APPLICATION_SECRET, OvhVoice.CONSUMER_KEY);
    }

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
    void anEmptyListIsNoInstanceThatIsStopped() throws Exception {
        vendor.in(Fault.EMPTY, "/instance");

        assertThat(Contract.unobservable(look(ETL)).cause()).isEqualTo("not-found");
    }

    @Test
    void aServerThatIs404IsNotStopped() throws Exception {
        vendor.in(Fault.NOT_FOUND, "/dedicated/server/");

        Outcome.Unobservable told = Contract.unobservable(look(Map.of("servers", List.of("ns1.example.net"))));

        assertThat(told.cause()).isEqualTo("not-found");
        assertThat(told.message()).contains("404: not found");
    }

    @Test
    void twoInstancesOfOneNameAreAskedForById() throws Exception {
        vendor.on(INSTANCES, """
                [{"id": "i-1", "name": "etl-1", "status": "SHUTOFF"}, {"id": "i-2", "name": "etl-1", "status": "SHUTOFF"},
                 {"id": "instance-2", "name": "etl-2", "status": "SHUTOFF"}]""");

        assertThat(Contract.unobservable(look(ETL)).message()).contains("2 of instance etl-1: name it by its id");
    }

    @Test
    void aPartThatCannotBeHadMakesTheWholeUnobservable() throws Exception {
        Map<String, Object> both =
                Map.of("project", "abc123", "instances", List.of("etl-1"), "nodePools", List.of("c-1/workers"));
        vendor.in(Fault.BROKEN, "/nodepool");

        assertThat(Contract.unobservable(look(both)).cause()).isEqualTo("unavailable");
        vendor.in(Fault.NONE, "");
        assertThat(Contract.reading("ovh", look(both))).containsEntry("stopped", 2);
    }

    @Test
    void aFieldThatIsAbsentIsUnreadable() throws Exception {
        vendor.in(Fault.ABSENT, "/instance", "status");

        assertThat(Contract.unobservable(look(ETL)).message()).contains("status");
    }

    @Test
    void aFieldOfAnotherTypeIsUnreadable() throws Exception {
        vendor.in(Fault.RETYPED, "/nodepool", "currentNodes");

        Look look = look(Map.of("project", "abc123", "nodePools", List.of("c-1/workers")));

        assertThat(Contract.unobservable(look).cause()).isEqualTo("unreadable");
    }

    @Test
    void withAStatusThatNobodyKnowsNoNumberIsTold() throws Exception {
        vendor.in(Fault.UNHEARD_OF, "/instance", "status");

        assertThat(Contract.reading("ovh", look(ETL)))
                .containsEntry("unknown", 2)
                .doesNotContainKeys("running", "stopped", "inFlight");
    }

    @Test
    void aRequestIsSignedAtTheirTimeWhichIsAskedForOnce() throws Exception {
        Clock slow = Clock.fixed(NOW.minus(Duration.ofMinutes(10)), ZoneOffset.UTC);
        probe = probe(FakeOvhConfig.keys(vendor.url(), OvhVoice.CONSUMER_KEY), slow);

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
        probe = probe(FakeOvhConfig.keys(vendor.url(), "wr0ng"));

        Outcome.Unobservable told = Contract.unobservable(look(ETL));

        assertThat(told.cause()).isEqualTo("unauthorised");
        assertThat(told.message()).contains("TOWER_OVH_ACCOUNTS_DEFAULT_*").doesNotContain("wr0ng");
    }

    @Test
    void anOauthClientBorrowsOneTokenForAllLooks() throws Exception {
        probe = probe(FakeOvhConfig.client(vendor.url(), OvhVoice.CLIENT_SECRET));

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
        probe = probe(FakeOvhConfig.client(vendor.url(), OvhVoice.CLIENT_SECRET));
        look(Map.of("project", "abc123", "instances", List.of("web")));
        vendor.in(Fault.EXPIRED, "");

        // The answer of the first look is remembered for two seconds.
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(Contract.reading("ovh", look(ETL))).containsEntry("stopped", 2);
            assertThat(vendor.times(EXCHANGE)).isEqualTo(2);
        });
    }

    @Test
    void aWrongClientSecretIsUnauthorisedAndNotShown() throws Exception {
        probe = probe(FakeOvhConfig.client(vendor.url(), "wr0ng"));

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
        await().untilAsserted(
                        () -> assertThat(Contract.reading("ovh", look(ETL))).containsEntry("stopped", 2));
    }

    private static JsonNode recorded(String name) throws Exception {
        try (InputStream in = OvhProbeIT.class.getResourceAsStream("/recorded/" + name + ".json")) {
            return Json.mapper().readTree(in);
        }
    }

    private Look look(Map<String, Object> settings) throws Exception {
        return observe(settings).get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<Look> observe(Map<String, Object> settings) {
        return probe.observe(check("ovh", settings)).toCompletableFuture();
    }

    private OvhProbe probe(OvhConfig config) {
        return probe(config, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private OvhProbe probe(OvhConfig config, Clock clock) {
        VendorLimits limits = new VendorLimits(1_000, Duration.ofMinutes(1), config.timeout());
        return new OvhProbe(Accounts.of(
                "tower.ovh.accounts",
                config.accounts(),
                (name, account) -> new OvhApi(
                        new VendorAccount(vertx, limits, "ovh", name, new SimpleMeterRegistry(), clock),
                        account,
                        "tower.ovh.accounts." + name,
                        clock)));
    }
}
