package dev.migrationtower.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One more instance of the dashboard of a tower, on the same Kafka. */
final class SecondDashboard implements AutoCloseable {
    private final LiveTower tower;
    private final Process process;
    private final int port;

    private SecondDashboard(LiveTower tower, Process process, int port) {
        this.tower = tower;
        this.process = process;
        this.port = port;
    }

    static SecondDashboard of(LiveTower tower, Map<String, String> environment) throws IOException {
        int port = LiveTower.freePort();
        Path log = Files.createDirectories(Path.of("target", "towers")).resolve("second-dashboard.log");
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("../dashboard-ui/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", tower.bootstrap(),
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "TOWER_INSTANCE", "dashboard-ui-2"));
        return new SecondDashboard(tower, builder.start(), port);
    }

    URI awaitReady() {
        URI page = URI.create("http://127.0.0.1:" + port);
        await("the second dashboard is ready")
                .atMost(Duration.ofMinutes(1))
                .until(() -> tower.status(page + "/q/health/ready") == 200);
        return page;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
