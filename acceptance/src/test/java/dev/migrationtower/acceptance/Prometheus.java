package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrationtower.events.Json;
import java.io.File;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A real Prometheus with the rules and the scrape configuration that are shipped, watching a tower. It looks each second, because in a
 * night that is played faster a breach can be over between two of the shipped looks.
 */
final class Prometheus implements AutoCloseable {
    private static final Path SHIPPED = Path.of("..", "deploy", "prometheus");
    private static final String PACE = "scrape_interval: 5s";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final URI address;
    private final Instant begin = Instant.now();

    private Prometheus(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Whether this program of it, {@code prometheus} or {@code promtool}, can be started. */
    static boolean isHere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Prometheus watching(LiveTower tower) throws IOException {
        Path folder = Files.createDirectories(
                Path.of("target", "prometheus-" + ProcessHandle.current().pid()));
        Files.write(folder.resolve("alerts.yaml"), Files.readAllBytes(SHIPPED.resolve("alerts.yaml")));
        String shipped = Files.readString(SHIPPED.resolve("prometheus.yaml"));
        assertThat(shipped).contains(PACE);
        Files.writeString(folder.resolve("prometheus.yaml"), shipped.replace(PACE, "scrape_interval: 1s"));
        ArrayNode targets = Json.mapper().createArrayNode();
        for (JsonNode service : tower.services()) {
            if (service.has("url")) {
                ObjectNode target = targets.addObject();
                target.putArray("targets")
                        .add(URI.create(service.path("url").asText()).getAuthority());
                target.putObject("labels").put("service", service.path("name").asText());
            }
        }
        Files.write(folder.resolve("targets.json"), Json.mapper().writeValueAsBytes(targets));
        int port = LiveTower.freePort();
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + folder.resolve("prometheus.yaml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new Prometheus(process, URI.create("http://127.0.0.1:" + port));
    }

    /** How many series this expression had at some time since Prometheus watches. */
    int series(String expression) throws Exception {
        return ask("/api/v1/query_range?step=1&start=%d&end=%d&query=%s"
                        .formatted(
                                begin.getEpochSecond(),
                                Instant.now().getEpochSecond(),
                                URLEncoder.encode(expression, StandardCharsets.UTF_8)))
                .at("/data/result")
                .size();
    }

    /** The names of the alerting rules that it could not work out. */
    List<String> rulesInTrouble() throws Exception {
        List<String> names = new ArrayList<>();
        for (JsonNode group : ask("/api/v1/rules").at("/data/groups")) {
            for (JsonNode rule : group.path("rules")) {
                if (!rule.path("health").asText().equals("ok")) {
                    names.add(rule.path("name").asText() + ": "
                            + rule.path("lastError").asText());
                }
            }
        }
        return names;
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        return ask(address.resolve(path));
    }

    /** What one says at this address. */
    static JsonNode ask(URI question) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(
                HttpRequest.newBuilder(question).timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return Json.mapper().readTree(answer.body());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        await("Prometheus ended").atMost(Duration.ofSeconds(20)).until(() -> !process.isAlive());
    }
}
