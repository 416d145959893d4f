package dev.migrationtower.local;

import dev.migrationtower.local.ServicesFile.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The process of a service over its lives: started, watched until ready, started again when it dies. */
final class Child {
    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Service service;
    private final Path log;
    private final ServicesFile running;
    private final Readiness readiness;
    private final Consumer<String> say;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Backoff backoff = new Backoff();
    private @Nullable Process process;
    private boolean stopping;

    Child(Service service, Path log, ServicesFile running, Readiness readiness, Consumer<String> say) {
        this.service = service;
        this.log = log;
        this.running = running;
        this.readiness = readiness;
        this.say = say;
    }

    Service service() {
        return service;
    }

    /** Done when the service was ready for the first time; fails if it ended for good. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    /** Lives until stopped, or until the process of a service ends that is not to be started again: then gives its exit code. */
    Optional<Integer> live() throws InterruptedException {
        for (int life = 1; ; life++) {
            long born = System.nanoTime();
            Process now = start();
            if (now == null) {
                return Optional.empty();
            }
            watchUntilReady(now, born, life);
            int code = now.waitFor();
            running.remove(service.name());
            Duration lived = Duration.ofNanos(System.nanoTime() - born);
            if (service.onEnd() == Service.OnEnd.END_ALL) {
                return Optional.of(code);
            }
            if (service.onEnd() == Service.OnEnd.GIVE_UP) {
                ready.completeExceptionally(new Refusal(
                        service.name() + " ended (exit code " + code + "). Its last words: " + LastWords.in(log)));
                return Optional.empty();
            }
            Duration wait = backoff.after(lived);
            Thread.sleep(wait);
            if (isStopping()) {
                return Optional.empty();
            }
            say.accept("%s died (exit code %d after %s) and is started again. Its words: %s"
                    .formatted(service.name(), code, seconds(lived), log));
        }
    }

    /** From now on the end of the process is no news, and it is not started again. */
    synchronized void mayEnd() {
        stopping = true;
    }

    /** Asks the process to end. */
    synchronized void askToEnd() {
        if (process != null) {
            process.destroy();
        }
    }

    /** Waits for the end of the process that was asked to. */
    void awaitEnd(Duration atMost) throws InterruptedException {
        Process asked = current();
        if (asked != null) {
            asked.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Ends the process without asking. */
    void kill() throws InterruptedException {
        Process now = current();
        if (now != null) {
            now.destroyForcibly().waitFor();
        }
    }

    private synchronized @Nullable Process current() {
        return process;
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized @Nullable Process start() {
        if (stopping) {
            return null;
        }
        ProcessBuilder builder = new ProcessBuilder(service.command())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectOutput(
                        service.onEnd() == Service.OnEnd.END_ALL
                                ? ProcessBuilder.Redirect.INHERIT
                                : ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(service.environment());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + service.name() + ": " + service.command(), e);
        }
        String url = service.url() == null ? null : service.url().toString();
        running.add(new Running(service.name(), process.pid(), url, service.bootstrap(), log.toString()));
        return process;
    }

    private void watchUntilReady(Process now, long born, int life) throws InterruptedException {
        boolean complained = false;
        while (now.isAlive()) {
            if (readiness.of(service.ready())) {
                Duration took = Duration.ofNanos(System.nanoTime() - born);
                say.accept("  %-16s %s in %6s   %s"
                        .formatted(service.name(), life == 1 ? "ready" : "back", seconds(took), service.address()));
                ready.complete(null);
                return;
            }
            if (!complained && System.nanoTime() - born > LONG.toNanos()) {
                complained = true;
                say.accept("%s is still not ready: ask %s why, or read %s"
                        .formatted(service.name(), service.ready(), log));
            }
            Thread.sleep(POLL);
        }
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
