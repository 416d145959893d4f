package dev.migrationtower.dashboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.FakeAggregator;
import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans and commands over real HTTP and a real broker; who answers is a stand-in. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class CommandsIT {
    private static final String PLAN = """
            tower: 1
            id: night
            title: The night
            checks:
              app:
                probe: http
                with: {url: http://127.0.0.1:9/}
                states: {closed: status == 503}
            phases:
              - id: close
                gate:
                  require: [{check: app, is: closed}]
            """;
    private static final String YAML = "text/yaml";
    private static final String JSON = "application/json";

    @TestHTTPResource("/api/v1/runs/")
    String base;

    @Inject
    RecordStatus status;

    private final String run = "night-" + UUID.randomUUID();
    private FakeAggregator aggregator;

    @BeforeEach
    void open() {
        Awaitility.await().until(status::live);
        aggregator = new FakeAggregator();
    }

    @AfterEach
    void close() throws Exception {
        aggregator.close();
    }

    @Test
    void aPlanMakesARunAndAnotherReplacesIt() throws Exception {
        Http.Answer first = load(PLAN);
        Http.Answer second = load(PLAN);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().path("type").asText()).isEqualTo("dev.migrationtower.plan.loaded.v1");
        assertThat(second.status()).isEqualTo(200);
        assertThat(aggregator.seen(run).getFirst().action())
                .isEqualTo(new Action.LoadPlan(PLAN, RunMode.SIMULATION, java.util.List.of()));
        assertThat(Http.get(base + run).status()).isEqualTo(200);
    }

    @Test
    void aWrongPlanIsRefusedWithEveryErrorAndItsLine() throws Exception {
        Http.Answer answer = load(PLAN.replace("status == 503", "statsu == 503").replace("is: closed", "is: shut"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.json().path("problems")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(answer.json().at("/problems/0/line").asInt()).isPositive();
        assertThat(answer.json().at("/problems/0/column").asInt()).isPositive();
        assertThat(aggregator.seen(run)).isEmpty();
    }

    @Test
    void anUnknownModeOrIdIsRefused() throws Exception {
        assertThat(Http.put(base + run + "/plan?mode=party", PLAN, "Content-Type", YAML)
                        .status())
                .isEqualTo(422);
        assertThat(Http.put(base + "-x/plan", PLAN, "Content-Type", YAML).body())
                .contains("run id \\\"-x\\\"");
    }

    @Test
    void aCommandIsAnsweredWithTheEventThatCameOfIt() throws Exception {
        load(PLAN);

        Http.Answer answer = post("{\"type\":\"comment\",\"text\":\"40 %\",\"author\":\"oncall-a\"}", "key-1");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("cause").asText()).isEqualTo("key-1-" + run);
        assertThat(aggregator.seen(run).getLast().author()).isEqualTo("oncall-a");
    }

    @Test
    void aPlanOfARunThatIsUnderWayIsForTheAggregatorToJudge() throws Exception {
        load(PLAN);
        post("{\"type\":\"start\"}", "key-0");

        Http.Answer again = load(PLAN);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(aggregator.seen(run).getLast().action()).isInstanceOf(Action.LoadPlan.class);
    }

    @Test
    void anAbortWithoutAReasonReachesNobody() throws Exception {
        load(PLAN);

        Http.Answer answer = post("{\"type\":\"abort\"}", "key-6");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(aggregator.seen(run)).hasSize(1);
    }

    @Test
    void theSameKeyIsSentOnceAndAnsweredTheSame() throws Exception {
        load(PLAN);

        Http.Answer first = post("{\"type\":\"start\"}", "key-2");
        Http.Answer second = post("{\"type\":\"start\"}", "key-2");

        assertThat(second).isEqualTo(first);
        assertThat(aggregator.seen(run)).hasSize(2);
    }

    @Test
    void aGoThatComesTooLateIs409AndSaysWhatChanged() throws Exception {
        load(PLAN);

        Http.Answer answer = post("{\"type\":\"go\",\"phase\":\"close\",\"revision\":1}", "key-3");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(answer.json().at("/problems/0/message").asText()).contains("no longer drained");
    }

    @Test
    void aCommandThatNobodyAnswersIsSaidToBeRecorded() throws Exception {
        load(PLAN);

        Http.Answer answer = post("{\"type\":\"comment\",\"text\":\"silence\"}", "key-4");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("detail").asText()).contains("recorded as key-4", "aggregator");
    }

    @Test
    void aCommandForARunThatIsNotThereIs404() throws Exception {
        assertThat(post("{\"type\":\"start\"}", "key-5").status()).isEqualTo(404);
    }

    @Test
    void aForeignPageMayChangeNothing() throws Exception {
        Http.Answer answer = Http.post(
                base + run + "/commands",
                "{\"type\":\"start\"}",
                "Content-Type",
                JSON,
                "Origin",
                "http://evil.example");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(Http.put(base + run + "/plan", PLAN, "Content-Type", YAML, "Origin", "http://evil.example")
                        .status())
                .isEqualTo(403);
    }

    private Http.Answer load(String yaml) throws Exception {
        return Http.put(base + run + "/plan?mode=simulation", yaml, "Content-Type", YAML);
    }

    private Http.Answer post(String body, String key) throws Exception {
        return Http.post(base + run + "/commands", body, "Content-Type", JSON, "Idempotency-Key", key + "-" + run);
    }
}
