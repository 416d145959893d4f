package dev.migrationtower.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.dashboard.Browser;
import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.Json;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stream as a browser gets it, from a real broker over real HTTP. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class StreamIT {
    @TestHTTPResource("/api/v1/runs/")
    String base;

    @ConfigProperty(name = "tower.stream.viewers")
    int viewers;

    @Inject
    Runs runs;

    private final Night night = new Night("night-" + UUID.randomUUID());
    private Writer writer;

    @BeforeEach
    void aRunOfTenEvents() {
        writer = new Writer();
        writer.write(night.loaded(1, null));
        LongStream.rangeClosed(2, 10).forEach(revision -> writer.write(night.checked(revision)));
        await().until(() ->
                runs.find(night.run()).filter(run -> run.revision() == 10).isPresent());
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void oneMoreThanTheInstanceTakesIsRefusedInWordsUntilSomebodyGoes() throws Exception {
        HttpClient crowd = HttpClient.newHttpClient();
        try {
            HttpResponse<InputStream> last;
            int came = 0;
            do {
                last = come(crowd);
                came++;
            } while (last.statusCode() == 200 && came <= viewers);

            assertThat(last.statusCode()).isEqualTo(503);
            assertThat(last.headers().firstValue("Retry-After")).isPresent();
            assertThat(new String(last.body().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Too many browsers", "shows runs to " + viewers, "TOWER_STREAM_VIEWERS");
        } finally {
            crowd.shutdownNow();
        }
        HttpClient later = HttpClient.newHttpClient();
        try {
            await().until(() -> come(later).statusCode() == 200);
        } finally {
            later.shutdownNow();
        }
    }

    private HttpResponse<InputStream> come(HttpClient client) throws Exception {
        HttpRequest look = HttpRequest.newBuilder(URI.create(base + night.run() + "/stream"))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return client.send(look, HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void aNewcomerGetsHelloThenTheSnapshotThenWhatComes() throws Exception {
        try (Browser browser = browser("")) {
            await().until(() -> !browser.named("snapshot").isEmpty());
            writer.write(night.checked(11));
            await().until(() -> browser.revisions().equals(List.of(11L)));

            assertThat(browser.got()).extracting(Browser.Got::event).startsWith("hello", "snapshot");
            JsonNode hello = json(browser.got().getFirst());
            assertThat(hello.path("revision").asLong()).isEqualTo(10);
            assertThat(hello.has("replayedFrom")).isFalse();
            assertThat(hello.path("types")).hasSizeGreaterThan(10);
            Browser.Got snapshot = browser.named("snapshot").getFirst();
            assertThat(snapshot.id()).isEqualTo("10");
            assertThat(json(snapshot).path("checks")).hasSize(1);
            assertThat(json(snapshot).path("events"))
                    .as("what happened, without the mere looks")
                    .hasSize(1);
            assertThat(json(snapshot).at("/run/kind").asText()).isEqualTo("run");
        }
    }

    @Test
    void whoeverComesBackGetsExactlyWhatWasMissedAlsoWhileEventsFlow() {
        Thread flow = Thread.ofVirtual()
                .start(() ->
                        LongStream.rangeClosed(11, 300).forEach(revision -> writer.write(night.checked(revision))));
        await().until(() -> runs.find(night.run()).orElseThrow().revision() > 20);
        try (Browser browser = browser("4")) {
            await().until(() -> browser.revisions().contains(300L));

            assertThat(flow.isAlive()).isFalse();
            assertThat(browser.revisions())
                    .isEqualTo(LongStream.rangeClosed(5, 300).boxed().toList());
            assertThat(browser.named("snapshot")).isEmpty();
        }
    }

    @Test
    void whoMissedNothingGetsNothingTwice() throws Exception {
        try (Browser browser = browser("10")) {
            await().until(() -> !browser.named("hello").isEmpty());
            writer.write(night.checked(11));
            await().until(() -> browser.revisions().equals(List.of(11L)));

            assertThat(browser.named("snapshot")).isEmpty();
            assertThat(json(browser.got().getFirst()).path("replayedFrom").asLong())
                    .isEqualTo(11);
        }
    }

    @Test
    void aPlaceThatNeverWasIsAnsweredByASnapshot() {
        try (Browser browser = browser("4711")) {
            await().until(() -> !browser.named("snapshot").isEmpty());

            assertThat(browser.revisions()).isEmpty();
        }
    }

    @Test
    void allBrowsersGetTheSameBytes() {
        try (Browser one = browser("");
                Browser other = browser("")) {
            await().until(() ->
                    !one.named("snapshot").isEmpty() && !other.named("snapshot").isEmpty());
            writer.write(night.checked(11));
            writer.write(night.comment(12, "somebody"));
            await().until(() -> one.revisions().size() == 2 && other.revisions().size() == 2);

            assertThat(one.numbered()).isEqualTo(other.numbered());
            assertThat(one.named("snapshot")).isEqualTo(other.named("snapshot"));
        }
    }

    @Test
    void aHeartbeatTellsTheAgeOfTheOldestEvidence() throws Exception {
        try (Browser browser = browser("")) {
            await().until(() -> !browser.named("heartbeat").isEmpty());

            JsonNode heartbeat = json(browser.named("heartbeat").getFirst());
            assertThat(heartbeat.path("revision").asLong()).isEqualTo(10);
            assertThat(heartbeat.path("oldestEvidenceAge").isNumber()).isTrue();
            assertThat(heartbeat.has("recordLostSince")).isFalse();
        }
    }

    @Test
    void anUnknownRunIsAProblemInWords() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(base + "nobody/stream"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("There is no run");
    }

    private Browser browser(String lastEventId) {
        return Browser.open(base + night.run() + "/stream", lastEventId);
    }

    private static JsonNode json(Browser.Got frame) throws Exception {
        return Json.mapper().readTree(frame.data());
    }
}
