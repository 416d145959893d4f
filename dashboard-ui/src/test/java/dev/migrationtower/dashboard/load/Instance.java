package dev.migrationtower.dashboard.load;

import dev.migrationtower.dashboard.Http;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A dashboard as people run it, a process of its own, and what it takes of the machine. */
final class Instance implements AutoCloseable {
    private static final Path PROGRAM = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private final Process process;
    private final URI address;

    private Instance(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Instance start(String kafka, int viewers) throws Exception {
        int port;
        try (ServerSocket any = new ServerSocket(0)) {
            port = any.getLocalPort();
        }
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        PROGRAM.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "load.log").toFile());
        program.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        kafka,
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "TOWER_ACCESS_TRUST_THIS_MACHINE",
                        "true",
                        "TOWER_STREAM_VIEWERS",
                        Integer.toString(viewers)));
        Instance instance = new Instance(program.start(), URI.create("http://127.0.0.1:" + port));
        instance.awaitReady();
        return instance;
    }

    private void awaitReady() throws Exception {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            if (answers()) {
                return;
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("the dashboard did not start; see target/load.log");
    }

    private boolean answers() {
        try {
            return Http.get(address + "/q/health/ready").status() == 200;
        } catch (Exception e) {
            return false;
        }
    }

    URI at(String path) {
        return address.resolve(path);
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** The sum of those metrics whose lines begin so. */
    double metric(String beginning) throws Exception {
        return Http.get(address + "/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** The memory that the whole process has, in kB. */
    long resident() throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
