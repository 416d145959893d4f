package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Event;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A tower on the company's Kafka, with TLS and passwords, of which it is told by the environment alone; and the record, elsewhere. */
class CompanyKafkaIT {
    private static final String RUN = "company";

    private static SecuredBroker kafka;
    private static LiveTower tower;

    /** Ready means for each service that it reaches Kafka; a run that completes, that all of them write and read there. */
    @BeforeAll
    static void aRunCompletesOnIt() throws Exception {
        kafka = new SecuredBroker();
        tower = LiveTower.start("company", kafka.environment(), "up");
        tower.awaitReady();
        tower.send(HttpRequest.newBuilder(tower.page().resolve("/api/v1/runs/" + RUN + "/plan?mode=rehearsal"))
                .header("Content-Type", "text/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString("""
                        tower: 1
                        id: company
                        title: On a Kafka that lets not everybody in
                        checks:
                          page:
                            probe: http
                            with: {url: "%s/q/health/live"}
                            states: {up: "status == 200"}
                        phases:
                          - {id: look, gate: {require: [{check: page, is: up}]}}
                        """.formatted(tower.page()))));
        tower.send(HttpRequest.newBuilder(tower.page().resolve("/api/v1/runs/" + RUN + "/commands"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "start")
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\": \"start\"}")));
        await("the run completes")
                .atMost(Duration.ofSeconds(60))
                .until(() -> stateOfTheRun(tower.page()).contains("\"completed\""));
    }

    @AfterAll
    static void stop() throws Exception {
        tower.close();
        kafka.close();
    }

    @Test
    void nobodyTellsThePassword() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target", "towers", "company"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".log")))
                    .hasSizeGreaterThan(3)
                    .allSatisfy(log -> assertThat(Files.readString(log, StandardCharsets.UTF_8))
                            .doesNotContain("s3cret"));
        }
    }

    @Test
    void whoIsNotLetInSaysWhy() throws Exception {
        Map<String, String> environment = new HashMap<>(kafka.environment());
        environment.put("KAFKA_SASL_PASSWORD", "wr0ng");
        try (LiveTower stranger = LiveTower.start("stranger", environment, "up")) {
            await("each says why it is not ready")
                    .atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        assertThat(readiness(stranger, "aggregator")).contains("SCRAM-SHA-512");
                        assertThat(readiness(stranger, "probe-http")).contains("Kafka at localhost");
                        assertThat(readiness(stranger, "dashboard-ui")).contains("SCRAM-SHA-512");
                    });
        }
    }

    @Test
    void whatWasSavedIsShownAgainOnAnotherKafka() throws Exception {
        Path file = Path.of("target", "towers", "company.jsonl.gz").toAbsolutePath();
        assertThat(record("save", file, kafka.environment())).contains("are in " + file);
        List<Event> before = tower.record(RUN);

        try (OwnBroker fresh = OwnBroker.start("restored")) {
            Map<String, String> elsewhere = Map.of("KAFKA_BOOTSTRAP_SERVERS", fresh.bootstrap());
            assertThat(record("restore", file, elsewhere)).contains("are back");
            assertThat(record("restore", file, elsewhere)).contains("There is a record on this Kafka already");

            try (LiveTower other = LiveTower.start("restored", elsewhere, "up").awaitReady()) {
                await("the run is there")
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> stateOfTheRun(other.page()).contains("\"completed\""));
                assertThat(other.record(RUN)).isEqualTo(before).hasSizeGreaterThan(5);
            }
        }
    }

    /** What {@code ./tower record} has to say. */
    private static String record(String what, Path file, Map<String, String> environment) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-jar",
                Path.of("../deploy/local/target/local.jar").toRealPath().toString(),
                "record",
                what,
                file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return words;
    }

    private static String stateOfTheRun(URI page) {
        return tower.send(HttpRequest.newBuilder(page.resolve("/api/v1/runs"))).body();
    }

    private static String readiness(LiveTower tower, String name) {
        return tower.send(HttpRequest.newBuilder(
                        URI.create(tower.service(name).path("url").asText() + "/q/health/ready")))
                .body();
    }
}
