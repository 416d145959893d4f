package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.migrationtower.events.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A tower on somebody else's Kafka, with a run under way, and what a night may throw at it. */
class RoughWeatherIT {
    private static final int CHECKS = 24;
    private static final String RUN = "weather";

    private static HttpServer target;
    private static OwnBroker broker;
    private static LiveTower tower;

    @BeforeAll
    static void start() throws Exception {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        target.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        target.start();
        broker = OwnBroker.start("weather");
        tower = LiveTower.start("weather", Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap()), "up")
                .awaitReady();
        HttpResponse<String> loaded =
                tower.send(HttpRequest.newBuilder(tower.page().resolve("/api/v1/runs/" + RUN + "/plan?mode=rehearsal"))
                        .header("Content-Type", "text/yaml")
                        .PUT(HttpRequest.BodyPublishers.ofString(plan())));
        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(201);
        assertThat(command("{\"type\": \"start\"}").statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() throws Exception {
        tower.close();
        broker.close();
        target.stop(0);
    }

    private static String plan() {
        String items =
                IntStream.range(0, CHECKS).mapToObj(i -> "{id: app-" + i + "}").collect(Collectors.joining(", "));
        return """
                tower: 1
                id: weather
                title: Rough weather
                defaults: {interval: 1s, freshness: 6s, sustain: 1s, breachAfter: 1h}
                checks:
                  app:
                    probe: http
                    forEach: [%s]
                    with: {url: "http://127.0.0.1:%d/{id}"}
                    states: {closed: "status == 503", open: "status == 200"}
                phases:
                  - {id: close, gate: {require: [{check: app, is: closed}], decision: {question: "Go?"}}}
                """.formatted(items, target.getAddress().getPort());
    }

    @Test
    void theBrokerAwayForAMinuteStopsNobodyAndEverybodyRecovers() throws Exception {
        broker.kill();
        Instant away = Instant.now();

        await("every service says that it is not ready")
                .atMost(Duration.ofSeconds(45))
                .until(() -> httpServices().stream().noneMatch(tower::ready));
        await("a minute is over")
                .atMost(Duration.ofSeconds(70))
                .until(() -> Duration.between(away, Instant.now()).toSeconds() >= 60);
        List<JsonNode> services = httpServices();
        assertThat(services)
                .allSatisfy(
                        service -> assertThat(tower.status(service.path("url").asText() + "/q/health/live"))
                                .as(service.path("name").asText())
                                .isEqualTo(200));
        List<Long> pids =
                services.stream().map(service -> service.path("pid").asLong()).toList();

        broker.restart();

        await("every service is ready again")
                .atMost(Duration.ofSeconds(45))
                .until(() -> httpServices().stream().allMatch(tower::ready));
        assertThat(httpServices().stream()
                        .map(service -> service.path("pid").asLong())
                        .toList())
                .as("nobody was restarted")
                .isEqualTo(pids);
        awaitAllSeenSince(Instant.now());
        assertTheRecordIsWhole();
    }

    @Test
    void poisonOnEveryInputTopicIsPutAsideAndStopsNothing() throws Exception {
        int before = Record.read(broker.bootstrap(), "tower.dead-letters").size();
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
        byte[] poison = "{\"neither\": \"this\", nor that".getBytes(StandardCharsets.UTF_8);
        List<String> inputs = List.of(
                "tower.commands", "tower.observations", "tower.checks", "tower.events", "tower.state", "tower.probes");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : inputs) {
                byte[] key = (RUN + (topic.equals("tower.checks") ? "/no/such" : "")).getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topic, key, poison)).get(10, TimeUnit.SECONDS);
            }
        }

        await("each is put aside")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Record.read(broker.bootstrap(), "tower.dead-letters").stream()
                                .skip(before)
                                .map(letter -> Record.headers(letter).get("dead-letter-topic")))
                        .containsAll(List.of("tower.commands", "tower.observations", "tower.checks", "tower.events")));
        Record.read(broker.bootstrap(), "tower.dead-letters").stream()
                .skip(before)
                .forEach(letter -> {
                    assertThat(letter.value()).isEqualTo(poison);
                    assertThat(Record.headers(letter)).containsKeys("dead-letter-reason", "dead-letter-service");
                });
        awaitAllSeenSince(Instant.now());
        assertThat(httpServices()).allMatch(tower::ready);
    }

    @Test
    void theMetricsOfEveryServicePassPromtool() throws Exception {
        Assumptions.assumeTrue(
                Prometheus.isHere("promtool"), "promtool is not installed (Debian: apt-get install prometheus)");
        for (JsonNode service : httpServices()) {
            HttpResponse<String> metrics = tower.send(
                    HttpRequest.newBuilder(URI.create(service.path("url").asText() + "/q/metrics")));
            Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                    .redirectErrorStream(true)
                    .start();
            promtool.getOutputStream().write(metrics.body().getBytes(StandardCharsets.UTF_8));
            promtool.getOutputStream().close();
            String findings = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(promtool.waitFor())
                    .as(service.path("name").asText() + ": " + findings)
                    .isZero();
        }
    }

    @Test
    void twoInstancesShareTheChecksAndTheOtherTakesOverWhenOneIsKilled() throws Exception {
        Process second = startSecondProbe();
        try {
            await("both have some, together all").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                assertThat(checksOf("probe-http-1")).isBetween(1, CHECKS - 1);
                assertThat(checksOf("probe-http-1") + checksOf("probe-http-2")).isEqualTo(CHECKS);
            });

            second.destroyForcibly().waitFor();
            Instant killed = Instant.now();

            awaitAllSeenSince(killed);
            Duration gap = Duration.between(killed, Instant.now());
            assertThat(gap).isLessThan(Duration.ofSeconds(15));
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    // ---

    private static Process startSecondProbe() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-jar",
                Path.of("../probe-http/target/quarkus-app/quarkus-run.jar")
                        .toRealPath()
                        .toString());
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap(),
                        "QUARKUS_HTTP_PORT", Integer.toString(LiveTower.freePort()),
                        "TOWER_INSTANCE", "probe-http-2"));
        builder.redirectErrorStream(true)
                .redirectOutput(Files.createDirectories(Path.of("target/towers/weather"))
                        .resolve("probe-http-2.log")
                        .toFile());
        return builder.start();
    }

    private static int checksOf(String instance) {
        for (JsonNode probe : tower.get("/api/v1/probes")) {
            if (probe.path("instance").asText().equals(instance)) {
                return probe.path("checks").asInt();
            }
        }
        return 0;
    }

    private static void awaitAllSeenSince(Instant since) {
        await("every check is looked at again")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(tower.get("/api/v1/runs/" + RUN).path("checks"))
                        .hasSize(CHECKS)
                        .allSatisfy(check -> assertThat(Instant.parse(
                                        check.path("saw").path("observedAt").asText()))
                                .isAfter(since)));
    }

    private static void assertTheRecordIsWhole() throws Exception {
        List<Event> record = tower.record(RUN);
        assertThat(record)
                .extracting(Event::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, record.size()).boxed().toList());
    }

    private static HttpResponse<String> command(String json) {
        return tower.send(HttpRequest.newBuilder(tower.page().resolve("/api/v1/runs/" + RUN + "/commands"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private static List<JsonNode> httpServices() {
        return tower.services().stream().filter(service -> service.has("url")).toList();
    }
}
