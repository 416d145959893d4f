package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Procfiles of deploy/scalingo, as a platform reads them: from the root of the repository, by a shell. */
class ProcfileIT {
    private static final Path ROOT = Path.of("..");
    private static final Pattern JAR = Pattern.compile("-jar (\\S+)");

    @Test
    void everyProcessStartsWhatWasBuilt() throws IOException {
        List<String> lines = Stream.of("Procfile", "Procfile.small")
                .flatMap(ProcfileIT::lines)
                .toList();

        assertThat(lines).hasSizeGreaterThan(7).allSatisfy(line -> {
            assertThat(line).matches("[a-z]+: .+");
            Matcher jar = JAR.matcher(line);
            assertThat(jar.find()).isTrue();
            assertThat(ROOT.resolve(jar.group(1))).exists();
        });
    }

    /** What these words do is tried by {@link CompanyKafkaIT}. */
    @Test
    void theSmallLayoutLetsTheRouterIn() {
        assertThat(lines("Procfile.small")).singleElement().asString().endsWith(" up --everywhere --port $PORT");
    }

    @Test
    void theWebProcessListensOnItsPortUnderTheNameOfItsContainer() throws Exception {
        int port = LiveTower.freePort();
        String web = lines("Procfile")
                .filter(line -> line.startsWith("web: "))
                .findFirst()
                .orElseThrow();
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "exec " + web.substring("web: ".length()))
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "procfile-web.log").toFile());
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("CONTAINER", "web-1");
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", "localhost:1");
        builder.environment()
                .merge("PATH", Path.of(System.getProperty("java.home"), "bin") + ":", (path, java) -> java + path);
        Process process = builder.start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest alive = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/live"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            await("it is alive")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> http.send(alive, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(ROOT.resolve("deploy/scalingo").resolve(file)).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
