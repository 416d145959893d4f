package dev.migrationtower.dashboard.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.test.browser.Chromium;
import dev.migrationtower.test.browser.Look;
import dev.migrationtower.test.docs.Pages;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the page "Subscribe to a migration" follows a run, from a real broker and over real HTTP. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
@TestProfile(WithFollower.class)
class SubscribeIT {
    private static final String PAGE = "docs/subscribe.md";
    private static final String STARTED = "dev.migrationtower.phase.started.v1";
    private static final String COMPLETED = "dev.migrationtower.run.completed.v1";

    @TestHTTPResource("/")
    String tower;

    @Inject
    Runs runs;

    @Inject
    Heard heard;

    @TempDir
    Path folder;

    private final Night night = new Night("night-" + UUID.randomUUID());
    private Writer writer;

    @Singleton
    static class Heard {
        private final List<MigrationFollower.Happened> all = new CopyOnWriteArrayList<>();

        void hear(@Observes MigrationFollower.Happened happened) {
            all.add(happened);
        }
    }

    @BeforeEach
    void aRunFromItsPlanToItsEnd() {
        writer = new Writer();
        writer.write(night.loaded(1, null));
        writer.write(night.phase(2, PhaseState.ACTIVE));
        writer.write(night.checked(3));
        writer.write(night.completed(4, Night.TEN.plusSeconds(4)));
        await().until(() ->
                runs.find(night.run()).filter(run -> run.revision() == 4).isPresent());
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void kcatFollowsIt() throws Exception {
        require("kcat");

        assertThat(run("bash", Pages.example(PAGE, "kcat.sh").in(folder).toString()))
                .contains(STARTED + " run", COMPLETED + " run")
                .doesNotContain("loaded.v1 run" + STARTED);
    }

    @Test
    void curlFollowsIt() throws Exception {
        require("curl");
        Process curl = start("bash", Pages.example(PAGE, "curl.sh").in(folder).toString());
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> output().contains("\"state\":\"completed\""));
            assertThat(output()).contains("event: hello", "event: snapshot", COMPLETED);
        } finally {
            curl.descendants().forEach(ProcessHandle::destroy);
            curl.destroy();
        }
    }

    @Test
    void aBrowserFollowsIt() {
        try (Chromium browser = new Chromium()) {
            Page page = browser.open(tower + "?all", Look.AT_A_DESK); // a page that stays
            List<String> said = new CopyOnWriteArrayList<>();
            page.onConsoleMessage((ConsoleMessage message) -> said.add(message.text()));
            page.evaluate("(run) => {" + Pages.example(PAGE, "follow.js").text() + "}", night.run());
            page.waitForCondition(() -> said.stream().anyMatch(line -> line.startsWith(COMPLETED)));
            writer.write(night.comment(5, null));
            page.waitForCondition(() -> said.contains("dev.migrationtower.comment.posted.v1 run: because"));
        }
    }

    @Test
    void aProgramInJavaFollowsIt() throws Exception {
        Path source = Pages.example(PAGE, "Follow.java").in(folder);
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-cp", classpath(), "-d", folder.toString(), source.toString()))
                .isZero();

        assertThat(run(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        folder + File.pathSeparator + classpath(),
                        "Follow",
                        Broker.address(),
                        night.run()))
                .contains(STARTED + " run", COMPLETED + " run");
    }

    @Test
    void aServiceInQuarkusFollowsIt() throws Exception {
        assertThat(Files.readString(
                        Path.of("src/test/java/dev/migrationtower/dashboard/subscribe/MigrationFollower.java")))
                .as("the page shows what is tried here")
                .endsWith(Pages.example(PAGE, "MigrationFollower.java").text());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard.all)
                        .filteredOn(happened -> happened.json().contains(night.run()))
                        .extracting(MigrationFollower.Happened::type)
                        .contains(STARTED, COMPLETED));
    }

    @Test
    void aProgramInPythonFollowsItFromTheAsyncApiDocumentAlone() throws Exception {
        require("kcat");
        require("python3");

        assertThat(run(
                                "python3",
                                Pages.example(PAGE, "follow.py").in(folder).toString(),
                                Path.of("..", "docs", "asyncapi.json").toString(),
                                Broker.address(),
                                night.run())
                        .lines())
                .hasSize(4)
                .last()
                .isEqualTo("4  " + COMPLETED + "  run  because");
    }

    // --- programs

    /** {@code ./tower test} fetches what is not there. */
    private static void require(String program) throws Exception {
        boolean there = new ProcessBuilder("bash", "-c", "command -v " + program)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
        Assumptions.assumeTrue(there, program + " is not installed");
    }

    private String run(String... command) throws Exception {
        Process process = start(command);
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroyForcibly();
            throw new AssertionError("it did not end; it said: " + output());
        }
        assertThat(process.exitValue()).as(output()).isZero();
        return output();
    }

    private Process start(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().putAll(Map.of("BROKERS", Broker.address(), "TOWER", tower, "RUN", night.run()));
        return builder.start();
    }

    private String output() throws Exception {
        return Files.readString(folder.resolve("output"));
    }

    /** What a program of somebody else's would have: Kafka's client, and what logs. */
    private static String classpath() {
        return Stream.of(org.apache.kafka.clients.consumer.KafkaConsumer.class, org.slf4j.Logger.class)
                .map(one ->
                        one.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(java.util.stream.Collectors.joining(File.pathSeparator));
    }
}
