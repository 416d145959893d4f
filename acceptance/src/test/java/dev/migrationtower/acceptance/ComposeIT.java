package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The images, built by the recipe and started by the compose file, all of it but Grafana. Runs where there is a container engine and {@code
 * TOWER_TEST_INFRA=containers} says so; {@code TOWER_TEST_COMPOSE} names another compose program than {@code docker compose}.
 */
@Tag("containers")
class ComposeIT {
    private static final String TOKEN = "a-token-for-this-test-only";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static int port;
    private static int prometheus;

    @BeforeAll
    static void start() throws Exception {
        port = LiveTower.freePort();
        prometheus = LiveTower.freePort();
        List<String> up = new ArrayList<>(List.of("up", "--detach", "--build", "kafka", "prometheus"));
        up.addAll(Deployed.SERVICES);
        compose(Duration.ofMinutes(9), up);
    }

    @AfterAll
    static void stop() throws Exception {
        compose(Duration.ofMinutes(2), List.of("down", "--volumes"));
    }

    @Test
    void aRunCompletesInContainers() throws Exception {
        await("the page's readiness")
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> send("GET", "/q/health/ready", "").statusCode() == 200);
        HttpResponse<String> loaded = send("PUT", "/api/v1/runs/boxes/plan?mode=rehearsal", """
                tower: 1
                id: boxes
                title: In containers
                checks:
                  page:
                    probe: http
                    with: {url: "http://dashboard-ui:8080/q/health/live"}
                    states: {up: "status == 200"}
                phases:
                  - {id: look, gate: {require: [{check: page, is: up}]}}
                """);
        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(201);
        HttpResponse<String> started = send("POST", "/api/v1/runs/boxes/commands", "{\"type\": \"start\"}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);

        await("the run completes")
                .atMost(Duration.ofMinutes(1))
                .until(() -> send("GET", "/api/v1/runs", "").body().contains("\"completed\""));
    }

    @Test
    void everyServiceIsReady() {
        for (String service : Deployed.SERVICES) {
            await("readiness of " + service)
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> compose(
                                    Duration.ofSeconds(20),
                                    List.of(
                                            "exec",
                                            "-T",
                                            service,
                                            "bash",
                                            "-c",
                                            "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /q/health/ready HTTP/1.0\\r\\n\\r\\n' >&3; grep -m 1 '200 OK' <&3")));
        }
    }

    @Test
    void prometheusWatchesThemAllByTheRules() {
        await("its first looks")
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    assertThat(asked("/api/v1/query?query=up").findValuesAsText("service"))
                            .containsExactlyInAnyOrderElementsOf(Deployed.SERVICES);
                    assertThat(asked("/api/v1/query?query=up==0").findValuesAsText("service"))
                            .isEmpty();
                    assertThat(asked("/api/v1/rules").findValuesAsText("health"))
                            .isNotEmpty()
                            .containsOnly("ok");
                });
    }

    @Test
    void prometheusUnderstandsWhatTheDashboardAsks() throws Exception {
        await("Prometheus")
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> asked("/api/v1/query?query=1").path("status").asText(), "success"::equals);
        for (Dashboard.Question question : Dashboard.questions()) {
            JsonNode answer =
                    asked("/api/v1/query?query=" + URLEncoder.encode(question.expression(), StandardCharsets.UTF_8));
            assertThat(answer.path("status").asText())
                    .as(question.of() + ": " + answer)
                    .isEqualTo("success");
        }
    }

    private static JsonNode asked(String path) throws IOException, InterruptedException {
        return Prometheus.ask(URI.create("http://127.0.0.1:" + prometheus + path));
    }

    private static HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(15))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", body.startsWith("{") ? "application/json" : "text/yaml")
                        .header("Idempotency-Key", path)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void compose(Duration patience, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getenv()
                .getOrDefault("TOWER_TEST_COMPOSE", "docker compose")
                .split(" ")));
        command.addAll(List.of("--project-name", "tower-test", "--file", "../deploy/compose/compose.yaml"));
        command.addAll(words);
        Path log = Path.of("target", "compose-" + words.getFirst() + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(Map.of(
                        "TOWER_ACCESS_LINK",
                        "a-link-for-this-test-only",
                        "TOWER_ACCESS_SERVICE_TOKEN",
                        TOKEN,
                        "TOWER_PORT",
                        Integer.toString(port),
                        "PROMETHEUS_PORT",
                        Integer.toString(prometheus),
                        "COMPOSE_PROFILES",
                        "notifier,vendors"));
        Process process = builder.start();
        assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS))
                .as("see " + log)
                .isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
