package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private Home home;
    private Supervisor supervisor;

    @BeforeEach
    void start() {
        home = Home.take(folder);
        supervisor = new Supervisor(
                home,
                new ServicesFile(home.services()),
                List.of(StandIn.service(home, "one"), StandIn.service(home, "two")),
                said::add);
        supervisor.start();
        assertThat(supervisor.ready()).succeedsWithin(PATIENCE);
    }

    @AfterEach
    void stop() throws InterruptedException {
        supervisor.stop();
        home.close();
    }

    @Test
    void eachServiceIsToldOnceReady() {
        assertThat(said)
                .hasSize(2)
                .allMatch(line -> line.matches(" +(one|two) +ready in +[0-9.]+ s +http://127.0.0.1:.*"));
    }

    @Test
    void aKilledServiceIsStartedAgainAndTold() throws IOException {
        ProcessHandle victim = process("one");

        victim.destroyForcibly();

        await().atMost(PATIENCE)
                .until(() -> said.stream().anyMatch(line -> line.contains("one") && line.contains("back in")));
        assertThat(said).anyMatch(line -> line.startsWith("one died (exit code 137"));
        assertThat(process("one").pid()).isNotEqualTo(victim.pid());
        assertThat(process("one").isAlive()).isTrue();
    }

    @Test
    void stoppingLeavesNothing() throws Exception {
        List<ProcessHandle> all = List.of(process("one"), process("two"));

        supervisor.stop();

        assertThat(all).noneMatch(ProcessHandle::isAlive);
        assertThat(home.services()).doesNotExist();
        assertThat(said).noneMatch(line -> line.contains("died"));
    }

    private ProcessHandle process(String name) throws IOException {
        for (JsonNode service : Json.mapper().readTree(home.services().toFile())) {
            if (service.path("name").asText().equals(name)) {
                return ProcessHandle.of(service.path("pid").longValue()).orElseThrow();
            }
        }
        throw new AssertionError(name + " is not in " + home.services());
    }
}
