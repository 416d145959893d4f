package dev.migrationtower.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Event;
import dev.migrationtower.notifier.record.ReaderStatus.State;
import dev.migrationtower.test.docs.Pages;
import dev.migrationtower.test.infra.KafkaServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in another language, without Kafka, as {@code docs/subscribe.md} has it. */
class EventsIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    /** What is asked for in the example. */
    private static final Pattern WANTED = Pattern.compile("(run|phase|breach)\\..*");

    private final Vertx vertx = Vertx.vertx();
    private final KafkaServer kafka = KafkaServer.create();
    private Map<String, String> environment;
    private Process receiver;
    private Notifier notifier;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        kafka.up();
        kafka.createTopics();
        environment = Map.of("PORT", Integer.toString(freePort()), "SECRET", SECRET);
    }

    @AfterEach
    void close() throws Exception {
        if (notifier != null) {
            notifier.stop();
        }
        if (receiver != null) {
            receiver.destroyForcibly().waitFor();
        }
        kafka.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aProgramWithoutKafkaIsToldOfEachEventOnceInOrderThoughItComesLate() throws Exception {
        notifier = notifier();
        notifier.start();
        await("it begins to tell")
                .atMost(Duration.ofSeconds(30))
                .until(() -> notifier.status().state() == State.LIVE);
        List<Event> night = OurNight.of("night-followed");
        OurNight.write(night, kafka.address());
        await("the first event waits")
                .atMost(Duration.ofSeconds(30))
                .until(() -> notifier.channels().getFirst().trouble() != null);
        receiver = start("python3", example("receive.py").toString());

        List<String> expected = night.stream()
                .filter(event -> WANTED.matcher(event.type().shortName()).matches())
                .map(event -> event.revision() + "  " + event.type().ceType() + "  " + event.subject() + "  "
                        + event.reason())
                .toList();
        await("all is received")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(received()).containsExactlyElementsOf(expected));
        assertThat(forged()).isEqualTo(401);
        assertThat(received()).hasSameSizeAs(expected);
    }

    private Notifier notifier() throws Exception {
        Map<String, String> settings = new HashMap<>(said(example("events.sh")));
        settings.put("TOWER_NOTIFIER_RETRY_AT_MOST", "200ms");
        NotifierConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(settings, 300))
                .addDiscoveredConverters()
                .withMapping(NotifierConfig.class)
                .build()
                .getConfigMapping(NotifierConfig.class);
        return new Notifier(
                config,
                Map.of("bootstrap.servers", kafka.address()),
                "notifier-1",
                vertx,
                new SimpleMeterRegistry(),
                Clock.systemUTC());
    }

    private Path example(String name) {
        return Pages.example("docs/subscribe.md", name).in(folder);
    }

    /** What the example puts into the environment. */
    private Map<String, String> said(Path example) throws Exception {
        Process shell = start("bash", "-c", "source " + example + " && env");
        String all = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> said = new HashMap<>();
        all.lines()
                .filter(line -> line.startsWith("TOWER_NOTIFIER_"))
                .forEach(line -> said.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return said;
    }

    private Process start(String... command) throws IOException {
        Assumptions.assumeTrue(
                List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(place -> Files.isExecutable(Path.of(place, command[0]))),
                command[0] + " is not installed");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        if (command[0].equals("python3")) {
            builder.redirectOutput(folder.resolve("received.txt").toFile());
        }
        builder.environment().putAll(environment);
        return builder.start();
    }

    private List<String> received() throws IOException {
        return Files.readAllLines(folder.resolve("received.txt"));
    }

    /** The status that somebody gets who does not know the secret. */
    private int forged() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + environment.get("PORT")))
                .header("webhook-id", "msg_1")
                .header("webhook-timestamp", Long.toString(Instant.now().getEpochSecond()))
                .header("webhook-signature", "v1,bm8=")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
