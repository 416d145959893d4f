package dev.migrationtower.probe.http;

import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.DeadLetter;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.ProbeAlive;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service, with a real broker and a real target. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class HttpServiceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Vertx vertx;

    @TestHTTPResource("/q/")
    URL quarkus;

    private String target;

    @BeforeEach
    void start() throws Exception {
        int port = vertx.createHttpServer()
                .requestHandler(request -> request.response().setStatusCode(503).end("maintenance"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS)
                .actualPort();
        target = "http://127.0.0.1:" + port + "/";
        await().atMost(PATIENCE).until(() -> get("health/ready").statusCode() == 200);
    }

    @Test
    void aCheckIsObservedUntilItsTombstone() throws Exception {
        CheckSpec check = check("orga", "http", Map.of("url", target));
        put(check);

        Observation seen = awaitObservation(about(check));
        assertThat(((Outcome.Reading) seen.outcome()).values()).containsEntry("status", 503);
        assertThat(seen.instance()).isEqualTo("probe-http-1");

        Broker.put(Topic.CHECKS, check.key().toString(), null);
        await().atMost(PATIENCE)
                .until(() -> json("health/ready").at("/checks/0/data/checks").asInt() == 0);
    }

    @Test
    void itSaysThatItIsAlive() throws Exception {
        ConsumerRecord<byte[], byte[]> sign = Broker.await(Topic.PROBES, record -> true);

        assertThat(sign.key()).asString().isEqualTo("probe-http-1");
        assertThat(Json.read(sign.value(), ProbeAlive.class).probe()).isEqualTo("http");
    }

    @Test
    void aPoisonousRecordIsPutAsideAndNothingStops() throws Exception {
        byte[] poison = {0, 1, (byte) 0xff};
        Broker.put(Topic.CHECKS, "night-1/app/poison", poison);
        CheckSpec check = check("after", "http", Map.of("url", target));
        put(check);

        ConsumerRecord<byte[], byte[]> letter = Broker.await(Topic.DEAD_LETTERS, record -> true);
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(letter.key()).asString().isEqualTo("night-1/app/poison");
        assertThat(header(letter, DeadLetter.REASON)).contains("not a CheckSpec");
        assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo("tower.checks");
        assertThat(header(letter, DeadLetter.SERVICE)).isEqualTo("probe-http-1");
        awaitObservation(about(check));
        assertThat(get("metrics").body()).contains("probe_dead_letters_total{probe=\"http\",} 1.0");
    }

    @Test
    void itsMetricsArePrometheusTextForWhoeverNamesNoFormat() throws Exception {
        assertThat(get("metrics").body()).contains("# TYPE probe_observations_total counter");
    }

    @Test
    void whileTheBrokerIsAwayItStaysUpIsNotReadyAndRecoversByItself() throws Exception {
        CheckSpec check = check("outage", "http", Map.of("url", target));
        put(check);
        awaitObservation(about(check));

        Broker.down();
        await().atMost(PATIENCE).until(() -> get("health/ready").statusCode() == 503);
        assertThat(json("health/ready").at("/checks/0/data/missing").asText()).contains("Kafka");
        assertThat(get("health/live").statusCode()).isEqualTo(200);

        Instant back = Instant.now();
        Broker.up();
        await().atMost(PATIENCE).until(() -> get("health/ready").statusCode() == 200);
        awaitObservation(
                about(check).and(observation -> observation.observedAt().isAfter(back)));
    }

    private void put(CheckSpec check) {
        Broker.put(Topic.CHECKS, check.key().toString(), Json.write(check));
    }

    private Observation awaitObservation(Predicate<Observation> like) throws UnreadableException {
        return observation(Broker.await(Topic.OBSERVATIONS, record -> like.test(observation(record))));
    }

    private static Predicate<Observation> about(CheckSpec check) {
        return observation -> observation.key().equals(check.key());
    }

    private static Observation observation(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Json.read(record.value(), Observation.class);
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private JsonNode json(String path) throws Exception {
        return Json.mapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(quarkus + path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
