package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.migrationtower.events.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tower preflight} with real probes, a real database, the simulator's vendors, and a web server that is an application. */
class PreflightIT {
    private static final String TOKEN = "bs-s3cret";
    private static final String APPS = """
            tower: 1
            id: night
            title: Night
            checks:
              app:
                probe: http
                forEach: [{id: orga, path: closed}, {id: certif, path: open}]
                with: {url: "http://127.0.0.1:%d/{path}"}
                states: {maintenance: "status == 503", inService: "status == 200"}
            """;
    private static final String END = """
            phases:
              - id: only
                gate: {require: [{check: app, is: maintenance}]}
            """;

    @TempDir
    Path folder;

    private HttpServer server;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/closed", 503, "closed");
        answers("/open", 200, "open");
        server.createContext("/api/v2/monitors", exchange -> {
            boolean known =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = (known ? """
                            {"data": [{"attributes": {"pronounceable_name": "app", "status": "paused"}},
                                      {"attributes": {"pronounceable_name": "api", "status": "up"}}],
                             "pagination": {"next": null}}""" : "{\"errors\": \"Invalid Team API token\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void everyItemIsSeenOnceInItsStateForItsPriceAndNothingIsLeft() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                SmallEstate estate = new SmallEstate()) {
            Map<String, String> environment = new HashMap<>(estate.environment());
            environment.put("TOWER_POSTGRES_DATASOURCES_PIX_URL", postgres.getJdbcUrl("postgres", "postgres"));
            environment.put("TOWER_POSTGRES_DATASOURCES_PIX_USER", "postgres");
            environment.put("TOWER_POSTGRES_DATASOURCES_PIX_PASSWORD", "");
            // meant for the Kafka of production, which this must not touch
            environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
            environment.put("KAFKA_SECURITY_PROTOCOL", "SASL_SSL");
            Ended ended = preflight(APPS + """
                      database:
                        probe: postgres
                        with: {datasource: pix}
                        states: {drained: "sessions == 0"}
                      monitors: {probe: freshping, states: {paused: "paused == total"}}
                      monitor: {probe: freshping, with: {names: [app]}, states: {watching: "active == total", paused: "paused == total"}}
                      containers: {probe: scalingo, with: {app: pix-api}, states: {off: "found && running == 0"}}
                      disk: {probe: datadog, with: {query: "service:stats", values: {used: disk.used}}, states: {room: "used < 80"}}
                      etl: {probe: ovh, with: {project: abc123, instances: [etl-1]}, states: {off: "stopped == total"}}
                    """ + END, environment, "--json");

            assertThat(ended.err).doesNotContain("Exception");
            JsonNode report = Json.mapper().readTree(ended.out);
            assertThat(states(report))
                    .containsExactly(
                            "app/orga [\"maintenance\"]",
                            "app/certif [\"inService\"]",
                            "database/database [\"drained\"]",
                            "monitors/monitors [\"paused\"] for 1",
                            "monitor/monitor [\"paused\"] for 0",
                            "containers/containers [\"off\"] for 4",
                            "disk/disk [\"room\"] for 2",
                            "etl/etl [\"off\"] for 2");
            assertThat(spent(report))
                    .containsExactlyInAnyOrder(
                            "freshping: 1 of 90", "scalingo: 4 of 50", "datadog: 2 of 270", "ovh: 2 of 60");
            for (JsonNode spent : report.path("accounts")) {
                assertThat(estate.requests(spent.path("vendor").asText()))
                        .isEqualTo(spent.path("requests").asInt());
            }
            estate.environment()
                    .values()
                    .forEach(secret -> assertThat(ended.err).doesNotContain(secret));
            assertThat(report.path("fine").asBoolean()).isTrue();
            assertThat(ended.code).isZero();
            assertThat(left()).isEmpty();
        }
    }

    @Test
    void whatCannotBeSeenOrIsInNoStateIsToldAndEndsWithOne() throws Exception {
        Ended ended = preflight(
                APPS.replace("status == 200", "status == 204") + """
                  monitors: {probe: betterstack, states: {watched: "active > 0"}}
                  etl: {probe: ovh, with: {servers: [ns1]}, states: {off: "stopped == total"}}
                """ + END,
                Map.of(
                        "TOWER_BETTERSTACK_ACCOUNTS_DEFAULT_TOKEN",
                        "wr0ng",
                        "TOWER_OVH_ACCOUNTS_DEFAULT_APPLICATION_KEY",
                        "alone"));

        assertThat(ended.code).isEqualTo(1);
        assertThat(ended.out.replaceAll("\\s+", " "))
                .contains(
                        "app/orga maintenance",
                        "app/certif IN NO STATE",
                        "None of maintenance, inService is true of status 200",
                        "monitors UNOBSERVABLE: unauthorised",
                        "TOWER_BETTERSTACK_ACCOUNTS_DEFAULT_TOKEN",
                        "betterstack, account default: 1 request, 59 left of its budget now",
                        "etl UNOBSERVABLE: no-probe",
                        "tower.ovh.accounts.default has only some of application-key",
                        "plan night: 4 items looked at, 2 unobservable, 1 in no state")
                .doesNotContain("wr0ng");
        assertThat(left()).isEmpty();
    }

    @Test
    void aPlanThatMakesNoSenseIsRefusedBeforeAnythingStarts() throws Exception {
        Ended ended = preflight(APPS.replace("status == 503", "statsu == 503") + END, Map.of());

        assertThat(ended.code).isEqualTo(2);
        assertThat(ended.err).contains("makes no sense, beginning at line", "./tower validate");
        assertThat(ended.out).isEmpty();
    }

    private Ended preflight(String plan, Map<String, String> environment, String... flags) throws Exception {
        Path root = Path.of("..").toRealPath();
        Path file = Files.writeString(
                folder.resolve("plan.yaml"), plan.formatted(server.getAddress().getPort()));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-Xmx64m",
                "-jar",
                root.resolve("deploy/local/target/local.jar").toString(),
                "preflight",
                file.toString()));
        command.addAll(Arrays.asList(flags));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> all = new HashMap<>(environment);
        all.put(
                "TOWER_BETTERSTACK_URL",
                "http://127.0.0.1:" + server.getAddress().getPort());
        builder.environment().putAll(all);
        Process process = builder.start();
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            process.destroy();
            throw new AssertionError("the preflight did not end: " + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static List<String> states(JsonNode report) {
        List<String> states = new ArrayList<>();
        report.path("items")
                .forEach(item -> states.add(item.path("check").asText() + "/"
                        + item.path("item").asText() + " " + item.path("states")
                        + (item.has("requests") ? " for " + item.path("requests") : "")));
        return states;
    }

    private static List<String> spent(JsonNode report) {
        List<String> spent = new ArrayList<>();
        report.path("accounts").forEach(account -> {
            int requests = account.path("requests").asInt();
            int left = account.path("left").asInt();
            spent.add(account.path("vendor").asText() + ": " + requests + " of " + (requests + left));
        });
        return spent;
    }

    /** What the preflight left of its folder. */
    private List<Path> left() throws IOException {
        try (Stream<Path> paths = Files.list(folder.resolve("tmp"))) {
            return paths.filter(path -> path.getFileName().toString().startsWith("tower-"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private void answers(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
