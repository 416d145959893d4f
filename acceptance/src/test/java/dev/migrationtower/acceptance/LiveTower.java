package dev.migrationtower.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** A tower that runs as its users start it, in a folder of its own, with every service a process of its own. */
final class LiveTower implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final Path home;
    private final int port;

    private LiveTower(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /** Starts {@code ./tower <words>} on a free port. */
    static LiveTower start(String name, Map<String, String> environment, String... words) throws IOException {
        Path root = Path.of("..").toRealPath();
        Path home = Files.createDirectories(Path.of("target", "towers", name)).toRealPath();
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-jar",
                root.resolve("deploy/local/target/local.jar").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--fresh", "--port", Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().put("TOWER_HOME", home.toString());
        // the tests sit at this machine, and do not sign in
        builder.environment().put("TOWER_ACCESS_TRUST_THIS_MACHINE", "true");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("terminal.log").toFile());
        return new LiveTower(builder.start(), home, port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    LiveTower awaitReady() {
        await("the tower is ready; see " + home)
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> services().stream()
                                        .filter(service -> service.has("url"))
                                        .count()
                                >= 4
                        && services().stream()
                                .filter(service -> service.has("url"))
                                .allMatch(this::ready));
        return this;
    }

    boolean ready(JsonNode service) {
        return status(service.path("url").asText() + "/q/health/ready") == 200;
    }

    URI page() {
        return URI.create("http://127.0.0.1:" + port);
    }

    // --- what runs

    List<JsonNode> services() {
        try {
            JsonNode list = Json.mapper().readTree(Files.readAllBytes(home.resolve("services.json")));
            return StreamSupport.stream(list.spliterator(), false).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode service(String name) {
        return services().stream()
                .filter(service -> service.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " does not run; see " + home));
    }

    /** As {@code kill -9}: the process gets no chance to say good-bye. */
    void kill(String name) {
        ProcessHandle victim = handle(name);
        victim.destroyForcibly();
        await(name + " is dead").until(() -> !victim.isAlive());
    }

    /** As {@code kill -STOP} and {@code kill -CONT}. */
    void signal(String name, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(handle(name).pid()))
                .start()
                .waitFor();
    }

    private ProcessHandle handle(String name) {
        return ProcessHandle.of(service(name).path("pid").asLong()).orElseThrow();
    }

    String bootstrap() {
        return service("kafka").path("bootstrap").asText();
    }

    // --- what it says

    /** The exit code, once it ended by itself. */
    int awaitEnd(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the tower did not end within " + atMost + "; see " + home);
        }
        return process.exitValue();
    }

    /** The newest run; waits until there is one. */
    String awaitRun() {
        await("a run is loaded; see " + home)
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptions()
                .until(() -> !get("/api/v1/runs").isEmpty());
        return get("/api/v1/runs").get(0).path("run").asText();
    }

    JsonNode get(String path) {
        return get(page(), path);
    }

    private static JsonNode get(URI page, String path) {
        try {
            HttpResponse<byte[]> answer = HTTP.send(
                    HttpRequest.newBuilder(page.resolve(path))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            return Json.mapper().readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what stands at an address, beside the tower's own things. */
    Path download(String path, String name) throws Exception {
        Path file = home.resolve(name);
        HttpResponse<Path> answer = HTTP.send(
                HttpRequest.newBuilder(page().resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofFile(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)); // one of an earlier try may be longer
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        return file;
    }

    /** The exit code of {@code ./tower verify}. */
    static int verify(Path evidence) throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-jar",
                        Path.of("..", "deploy", "local", "target", "local.jar").toString(),
                        "verify",
                        evidence.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("./tower verify did not end within 60 s");
        }
        return process.exitValue();
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(15)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a stream, as a browser does; whoever opens it closes it. */
    static HttpResponse<InputStream> open(URI address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    int status(String url) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole record of a run, as the API gives it. */
    List<Event> record(String run) throws Exception {
        return record(page(), run);
    }

    /** The same, as it is told there. */
    static List<Event> record(URI page, String run) throws Exception {
        List<Event> record = new ArrayList<>();
        while (true) {
            long after = record.isEmpty() ? 0 : record.getLast().revision();
            JsonNode events = get(page, "/api/v1/runs/" + run + "/events?after=" + after);
            if (events.isEmpty()) {
                return record;
            }
            for (JsonNode event : events) {
                record.add(Json.mapper().treeToValue(event, Event.class));
            }
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the tower did not stop within 30 s; see " + home);
        }
    }
}
