package dev.migrationtower.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service alone, as an image starts it: for a test that does not need a whole tower, or needs one of it twice. */
final class LiveService implements AutoCloseable {
    private final Process process;
    private final URI address;
    private final String name;

    private LiveService(Process process, URI address, String name) {
        this.process = process;
        this.address = address;
        this.name = name;
    }

    /**
     * Starts what was built in this module.
     *
     * @param name of its log, unique
     */
    static LiveService start(String module, String name, Map<String, String> environment) throws IOException {
        Path log = Files.createDirectories(Path.of("target", "services")).resolve(name + ".log");
        URI address = URI.create("http://127.0.0.1:" + LiveTower.freePort());
        ProcessBuilder builder = new ProcessBuilder(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("..", module, "target", "quarkus-app", "quarkus-run.jar")
                        .toRealPath()
                        .toString()));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(address.getPort()));
        builder.environment().put("TOWER_ACCESS_TRUST_THIS_MACHINE", "true");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new LiveService(builder.start(), address, name);
    }

    URI address() {
        return address;
    }

    /** What it says of its readiness. */
    String readiness() {
        return LiveTower.send(HttpRequest.newBuilder(address.resolve("/q/health/ready")))
                .body();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(name + " did not stop within 30 s; see target/services");
        }
    }
}
