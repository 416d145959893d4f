package dev.migrationtower.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A Kafka broker that the tower did not start, so that it can be taken away and given back at will; its data stays. */
final class OwnBroker implements AutoCloseable {
    private final List<String> command;
    private final int port;
    private final Path log;
    private Process process;

    private OwnBroker(List<String> command, int port, Path log) {
        this.command = command;
        this.port = port;
        this.log = log;
    }

    static OwnBroker start(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of(
                "target", "brokers", name + "-" + ProcessHandle.current().pid()));
        int port = LiveTower.freePort();
        return start(
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-cp",
                        Path.of("../deploy/local/target/local.jar").toRealPath().toString(),
                        "dev.migrationtower.local.Broker",
                        Integer.toString(port),
                        Integer.toString(LiveTower.freePort()),
                        Integer.toString(LiveTower.freePort()),
                        folder.resolve("data").toString()),
                port,
                folder.resolve("broker.log"));
    }

    /** Starts a broker by this command, which serves its clients on this port. */
    static OwnBroker start(List<String> command, int port, Path log) throws IOException {
        OwnBroker broker = new OwnBroker(command, port, log);
        broker.restart();
        return broker;
    }

    void restart() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        await("the broker listens; see " + log).atMost(Duration.ofSeconds(60)).until(this::listens);
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String bootstrap() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
