package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Event;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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

    private static Path reports;
    private static SecuredBroker kafka;
    private static TraceCollector traces;
    private static HttpResponse<InputStream> browser;
    private static LiveTower tower;

    /** Ready means for each service that it reaches Kafka; a run that completes, that all of them write and read there. */
    @BeforeAll
    static void aRunCompletesOnIt() throws Exception {
        kafka = new SecuredBroker();
        traces = new TraceCollector();
        reports = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "reports-");
        Map<String, String> environment = new HashMap<>(kafka.environment());
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", traces.endpoint());
        environment.put("OTEL_BSP_SCHEDULE_DELAY", "500");
        environment.put("TOWER_NOTIFIER_REPORT_FOLDER", reports.toString());
        tower = LiveTower.start("company", environment, "up", "--everywhere");
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
        browser = LiveTower.open(tower.page().resolve("/api/v1/runs/" + RUN + "/stream"));
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
        browser.body().close();
        tower.close();
        traces.close();
        kafka.close();
    }

    /** Why did the card change? As docs/tracing.md says, word by word. */
    @Test
    void oneTraceLeadsFromTheLookOfAProbeToTheFrameOfABrowser() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "tracing.md"));
        String command = page.split("```\\R")[1]
                .replace("localhost:8080", "127.0.0.1:" + tower.page().getPort())
                .replace("night-1", RUN)
                .replace("check/app/", "check/page/");
        List<String> found =
                words(new ProcessBuilder("bash", "-c", command)).lines().toList();
        assertThat(found).isNotEmpty().allMatch(line -> line.matches("20\\S+Z [0-9a-f]{32}"));
        String trace = found.getLast().split(" ")[1];

        await("its frame was told of")
                .atMost(Duration.ofSeconds(30))
                .until(() -> traces.trace(trace).stream()
                        .anyMatch(span -> span.name().equals("frame")));

        TraceCollector.Span look = traces.trace(trace).stream()
                .filter(span -> span.name().equals("look"))
                .findFirst()
                .orElseThrow();
        TraceCollector.Span fold = after(look);
        TraceCollector.Span frame = after(fold);
        assertThat(look.parent()).isEmpty();
        assertThat(List.of(look.service(), fold.service(), frame.service()))
                .containsExactly("probe-http", "aggregator", "dashboard-ui");
        assertThat(List.of(fold.name(), frame.name())).containsExactly("fold", "frame");
    }

    private static TraceCollector.Span after(TraceCollector.Span span) {
        return traces.trace(span.trace()).stream()
                .filter(other -> other.parent().equals(span.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing comes after " + span));
    }

    /** As a platform's router needs it: Procfile.small starts the tower so. */
    @Test
    void thePageIsThereForOtherMachinesAndNothingElse() throws Exception {
        String address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(found -> found instanceof Inet4Address && !found.isLoopbackAddress())
                .findFirst()
                .orElseThrow(() -> new AssertionError("this machine has no address but the loopback's"))
                .getHostAddress();

        assertThat(tower.status("http://" + address + ":" + tower.page().getPort() + "/q/health/live"))
                .isEqualTo(200);
        assertThat(tower.status(tower.service("aggregator").path("url").asText().replace("127.0.0.1", address)
                        + "/q/health/live"))
                .as("the aggregator's metrics")
                .isEqualTo(-1);
    }

    @Test
    void itsReportIsKept() {
        await("the notifier wrote it")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> {
                    try (Stream<Path> files = Files.list(reports)) {
                        assertThat(Files.readString(files.findFirst().orElseThrow()))
                                .contains("| State | completed |");
                    }
                });
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
        try (LiveService aggregator = LiveService.start("aggregator", "stranger-aggregator", environment);
                LiveService probe = LiveService.start("probe-http", "stranger-probe", environment);
                LiveService page = LiveService.start("dashboard-ui", "stranger-page", environment)) {
            await("each says why it is not ready")
                    .atMost(Duration.ofSeconds(90))
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        assertThat(aggregator.readiness()).contains("SCRAM-SHA-512");
                        assertThat(probe.readiness()).contains("Kafka at localhost");
                        assertThat(page.readiness()).contains("SCRAM-SHA-512");
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

            // the aggregator makes the topics that are no part of the record
            try (LiveService aggregator = LiveService.start("aggregator", "restored-aggregator", elsewhere);
                    LiveService page = LiveService.start("dashboard-ui", "restored-page", elsewhere)) {
                await("the run is there")
                        .atMost(Duration.ofSeconds(90))
                        .ignoreExceptions()
                        .until(() -> stateOfTheRun(page.address()).contains("\"completed\""));
                assertThat(LiveTower.record(page.address(), RUN))
                        .isEqualTo(before)
                        .hasSizeGreaterThan(5);
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
        return words(builder);
    }

    private static String words(ProcessBuilder builder) throws Exception {
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return words;
    }

    private static String stateOfTheRun(URI page) {
        return LiveTower.send(HttpRequest.newBuilder(page.resolve("/api/v1/runs")))
                .body();
    }
}
