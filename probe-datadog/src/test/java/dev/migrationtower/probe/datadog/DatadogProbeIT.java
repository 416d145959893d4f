package dev.migrationtower.probe.datadog;

import static dev.migrationtower.probe.datadog.FakeDatadog.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Checks;
import dev.migrationtower.probe.runtime.kit.Contract;
import dev.migrationtower.probe.runtime.kit.VendorContract;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import dev.migrationtower.simulator.datadog.DatadogVoice;
import dev.migrationtower.simulator.vendor.Fault;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real client and a real server that speaks as Datadog does, well and otherwise. It is 22:44 there. */
class DatadogProbeIT implements VendorContract {
    private static final String APP = "pix-api";
    private static final Map<String, Object> DISK = disk(APP, "data.leader_metrics.disk.used");
    private static final Map<String, Object> DONE = Map.of("query", "@msg:Done");
    private static final Map<String, Object> MUTED = Map.of("monitors", List.of("team:pix"));
    private static final String MONITORS =
            "GET /api/v1/monitor?monitor_tags=team%3Apix&with_downtimes=true&page_size=1000&page=0";
    private static final String NOTHING = "{\"data\": []}";
    private static final Instant NOW = Instant.parse("2022-07-23T20:44:00Z");
    private static Vertx vertx;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private FakeDatadog datadog;
    private VendorServer vendor;
    private DatadogProbe probe;

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
        datadog = new FakeDatadog(vertx, Clock.fixed(NOW, ZoneOffset.UTC));
        datadog.measures(NOW.minusSeconds(120), "pix-api", 74);
        datadog.measures(NOW.minusSeconds(60), "pix-api", 75);
        datadog.measures(NOW.minusSeconds(40), "pix-orga", 12);
        vendor = datadog.server;
        probe = probe(NOW);
    }

    @AfterEach
    void close() {
        datadog.close();
    }

    @Override
    public VendorServer vendor() {
        return vendor;
    }

    @Override
    public String troubled() {
        return "/api/v2/logs/events/search";
    }

    @Override
    public Look look() throws Exception {
        return look(DISK);
    }

    @Override
    public List<String> secrets() {
        return List.of(DatadogVoice.API_KEY, DatadogVoice.APPLICATION_KEY);
    }

    @Override
    public String refusal() {
        return "refused the keys: wrong site? It is datadoghq.com";
    }

    @Test
    void theNewestLineOfTheItemIsRead() throws Exception {
        Look look = look(DISK);

        assertThat(((Outcome.Reading) look.outcome()).values()).isEqualTo(Map.of("used", 75, "age", "PT1M"));
        assertThat(look.evidence().link()).startsWith("https://app.datadoghq.com/logs?query=service");
    }

    @Test
    void oneQuestionIsAskedForAllItems() throws Exception {
        String path = "data.leader_metrics.disk.used";
        CompletableFuture.allOf(observe(DISK), observe(disk("pix-orga", path)), observe(DISK))
                .get(10, TimeUnit.SECONDS);

        assertThat(vendor.times(SEARCH)).isEqualTo(1);
    }

    @Test
    void anItemWithoutALineIsNotSeenAndNoZero() throws Exception {
        Outcome.Unobservable told = Contract.unobservable(look(disk("pix-certif", "data.leader_metrics.disk.used")));

        assertThat(told.cause()).isEqualTo("not-found");
        assertThat(told.message()).contains("{app=pix-certif} (3 others)", "15m");
    }

    @Test
    void aPathThatLeadsToNothingIsToldWithWhatThereIs() throws Exception {
        Outcome.Unobservable told = Contract.unobservable(look(disk(APP, "data.leader_metrics.disc")));

        assertThat(told.cause()).isEqualTo("unreadable");
        assertThat(told.message()).contains("no value at data.leader_metrics.disc, only [app, data, event]");
    }

    @Test
    void linesAreCountedOnAllPagesHoweverShort() throws Exception {
        vendor.on(
                SEARCH,
                asked -> dated(
                        asked.body().contains("\"p3\"")
                                ? NOTHING
                                : asked.body().contains("\"p2\"")
                                        ? page("p3", log("2", "20:43:00", ""))
                                        : page("p2", log("1", "20:43:30", ""))));

        assertThat(Contract.reading("datadog", look(DONE))).isEqualTo(Map.of("count", 2, "age", "PT30S"));
    }

    @Test
    void aSecondPageThatCannotBeHadIsNoCount() throws Exception {
        vendor.on(
                SEARCH,
                asked -> asked.body().contains("\"p2\"")
                        ? new Reply(404, "{\"errors\":[\"Not found\"]}", Map.of())
                        : dated(page("p2", log("1", "20:43:30", ""))));

        assertThat(Contract.unobservable(look(DONE)).cause()).isEqualTo("not-found");
    }

    @Test
    void noLineMeansNoneOnlyWhereAWiderSearchFindsSome() throws Exception {
        vendor.on(
                SEARCH,
                asked -> dated(asked.body().contains("@msg:Done") ? NOTHING : page(null, log("1", "20:43:30", ""))));

        assertThat(Contract.unobservable(look(DONE)).message()).contains("nobody knows whether none was written");
        assertThat(Contract.reading("datadog", look(Map.of("query", "@msg:Done", "among", "service:pix-api"))))
                .isEqualTo(Map.of("count", 0));
    }

    @Test
    void aPartOfTheLinesIsUnobservable() throws Exception {
        vendor.in(Fault.PARTIAL, "/search");
        assertThat(Contract.unobservable(look(DISK)).message()).contains("only a part: status timeout");

        vendor.in(Fault.NONE, "");
        probe = probe(NOW);
        vendor.on(SEARCH, dated("{\"data\": [], \"meta\": {\"status\": \"done\", \"warnings\": [{\"code\": \"x\"}]}}"));
        assertThat(Contract.unobservable(look(DISK)).message()).contains("warnings");

        vendor.on(SEARCH, dated("{\"data\": [], \"meta\": {\"status\": \"nearly\"}}"));
        assertThat(Contract.unobservable(look(DISK)).message()).contains("status nearly");
    }

    @Test
    void aFieldThatIsAbsentOrOfAnotherTypeIsUnreadable() throws Exception {
        vendor.in(Fault.ABSENT, "/search", "data");
        assertThat(Contract.unobservable(look(DISK)).cause()).isEqualTo("unreadable");

        vendor.in(Fault.NONE, "");
        probe = probe(NOW);
        vendor.on(SEARCH, "{\"data\": [{\"id\": 7, \"attributes\": {\"timestamp\": \"soon\"}}]}");
        assertThat(Contract.unobservable(look(DISK)).cause()).isEqualTo("unreadable");
    }

    @Test
    void aClockOfOursThatIsWrongByTenMinutesAsksForTheRightTime() throws Exception {
        probe = probe(NOW.plusSeconds(600));

        look(DISK);

        assertThat(vendor.asked().getLast().body())
                .contains(
                        Long.toString(NOW.toEpochMilli()),
                        Long.toString(NOW.minusSeconds(900).toEpochMilli()));
    }

    @Test
    void theLimitThatDatadogTellsIsShown() throws Exception {
        vendor.on(
                SEARCH,
                new Reply(
                        200,
                        page(null, log("1", "20:43:00", "\"app\": \"pix-api\", " + used(7))),
                        Map.of("X-RateLimit-Remaining", "41", "X-RateLimit-Reset", "600")));

        look(DISK);

        assertThat(metrics.get("probe.vendor.budget.remaining").gauge().value()).isEqualTo(41);
    }

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
    void aTailRepeatsTwoMinutesAndGivesEachLineOnce() throws Exception {
        vendor.on(SEARCH, dated(page(null, log("b", "20:43:00", "\"msg\": \"two\""))));
        DatadogProbe twice = probe(NOW);
        CheckSpec tail = tail(Instant.parse("2022-07-23T20:40:00Z"));
        assertThat(texts(twice.observe(tail))).containsExactly("two");

        vendor.on(
                SEARCH,
                dated(page(
                        null,
                        log("a", "20:42:50", "\"msg\": \"one\""),
                        log("b", "20:43:00", "\"msg\": \"two\""),
                        log("z", "20:39:59", "\"msg\": \"of the rehearsal\""))));
        await().atMost(Duration.ofSeconds(10)).until(() -> texts(twice.observe(tail)), List.of("one")::equals);

        String window = "\"from\":\"" + Instant.parse("2022-07-23T20:42:00Z").toEpochMilli();
        assertThat(vendor.asked().getLast().body()).contains(window);
    }

    @Test
    void aTailThatGotAPartReadsTheSameWindowAgain() throws Exception {
        CheckSpec tail = tail(Instant.parse("2022-07-23T20:40:00Z"));
        vendor.on(SEARCH, dated("{\"data\": [" + log("a", "20:41:00", "") + "], \"meta\": {\"status\": \"timeout\"}}"));
        assertThat(Contract.unobservable(
                                probe.observe(tail).toCompletableFuture().get(10, TimeUnit.SECONDS))
                        .cause())
                .isEqualTo("unavailable");

        vendor.on(SEARCH, dated(page(null, log("a", "20:41:00", "\"msg\": \"one\""))));
        assertThat(texts(probe.observe(tail))).containsExactly("one");
    }

    @Test
    void beforeTheRunNoLineIsPassedOn() throws Exception {
        Look look = probe.observe(tail(null)).toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(((Outcome.LogLines) look.outcome()).lines()).isEmpty();
        assertThat(look.evidence().text()).contains("the run has not started");
    }

    @Test
    void theRecordedPagesAreUnderstood() throws Exception {
        Iterator<Reply> pages = Recorded.replies("v2.Search_logs_returns_OK_response_with_pagination", "POST")
                .iterator();
        vendor.on(SEARCH, asked -> pages.next());

        assertThat(Contract.reading("datadog", look(Map.of("query", "*")))).containsEntry("count", 3);
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

    @Test
    void theRecordedRefusalIsUnauthorised() throws Exception {
        vendor.on(
                FakeDatadog.VALIDATE,
                Recorded.replies("v1.Validate_API_key_returns_Forbidden_response", "GET")
                        .getFirst());

        assertThat(Contract.unobservable(look(DISK)).cause()).isEqualTo("unauthorised");
    }

    @Test
    void anAccountThatWeDoNotHaveIsNamed() throws Exception {
        assertThat(Contract.unobservable(look(Map.of("query", "*", "account", "pix")))
                        .message())
                .contains("\"pix\"", "tower.datadog.accounts.pix");
    }

    private static Map<String, Object> disk(String app, String path) {
        return Map.of("query", FakeDatadog.METRICS, "where", Map.of("app", app), "values", Map.of("used", path));
    }

    private static CheckSpec tail(@Nullable Instant since) {
        return new CheckSpec(
                "night-1",
                "migrate.follow",
                "migrate.follow",
                "datadog",
                Map.of("query", FakeDatadog.SCRIPT, "text", "msg"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                since);
    }

    private static List<String> texts(CompletionStage<Look> look) throws Exception {
        return ((Outcome.LogLines)
                        look.toCompletableFuture().get(10, TimeUnit.SECONDS).outcome())
                .lines().stream().map(Outcome.LogLine::text).toList();
    }

    private static String used(int percent) {
        return "\"data\": {\"leader_metrics\": {\"disk\": {\"used\": " + percent + "}}}";
    }

    private static String log(String id, String time, String attributes) {
        return "{\"id\": \"" + id + "\", \"type\": \"log\", \"attributes\": {\"timestamp\": \"2022-07-23T" + time
                + "Z\", \"message\": \"m\", \"attributes\": {" + attributes + "}}}";
    }

    private static String page(@Nullable String after, String... logs) {
        return "{\"data\": [" + String.join(", ", logs) + "], \"meta\": {\"status\": \"done\""
                + (after == null ? "" : ", \"page\": {\"after\": \"" + after + "\"}") + "}}";
    }

    private static String monitor(String state, String silenced, String downtimes) {
        return "{\"id\": 1, \"name\": \"m\", \"tags\": [\"team:pix\"], \"overall_state\": \"" + state
                + "\", \"options\": {\"silenced\": " + silenced + "}, \"matching_downtimes\": [" + downtimes + "]}";
    }

    private static String downtime(String scope, String end) {
        return "{\"id\": 2, \"active\": true, \"scope\": [\"" + scope + "\"], \"end\": " + end + "}";
    }

    private static Reply dated(String body) {
        return new Reply(200, body, Map.of("Date", "Sat, 23 Jul 2022 20:44:00 GMT"));
    }

    private Look look(Map<String, Object> settings) throws Exception {
        return observe(settings).get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<Look> observe(Map<String, Object> settings) {
        return probe.observe(Checks.check("datadog", settings)).toCompletableFuture();
    }

    private DatadogProbe probe(Instant ours) {
        DatadogConfig config = FakeDatadogConfig.at(vendor.url());
        Clock clock = Clock.fixed(ours, ZoneOffset.UTC);
        VendorLimits limits = new VendorLimits(100_000, Duration.ofHours(1), config.timeout());
        VendorAccount account = new VendorAccount(vertx, limits, "datadog", "default", metrics, clock);
        return new DatadogProbe(Accounts.of(
                "tower.datadog.accounts",
                config.accounts(),
                (name, keys) -> new DatadogApi(account, config, keys, clock)));
    }
}
