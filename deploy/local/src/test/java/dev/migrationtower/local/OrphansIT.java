package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However the supervisor ends, its children end too. */
class OrphansIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /** A supervisor in a process of its own, with two children. */
    public static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws InterruptedException {
            Home home = Home.take(Path.of(arguments[0]));
            Supervisor supervisor = new Supervisor(
                    home,
                    new ServicesFile(home.services()),
                    List.of(StandIn.service(home, "one"), StandIn.service(home, "two")),
                    line -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    supervisor.stop();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            supervisor.start();
            supervisor.ended().join();
        }
    }

    @Test
    void asForSigterm() throws Exception {
        Process parent = start();
        List<ProcessHandle> children = children(parent);

        parent.destroy();

        assertThat(parent.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void asForKillDashNine() throws Exception {
        Process parent = start();
        List<ProcessHandle> children = children(parent);

        parent.destroyForcibly();

        await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    private Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
    }

    private static List<ProcessHandle> children(Process parent) {
        await().atMost(PATIENCE).until(() -> parent.children().count() == 2);
        return parent.children().toList();
    }
}
