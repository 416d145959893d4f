package dev.migrationtower.local;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for services that were started, and words why one is not ready. */
record Starting(Supervisor supervisor, Home home) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /**
     * Returns when the service of this name is ready.
     *
     * @throws Refusal if it ended, or takes too long
     */
    void await(String name) throws InterruptedException {
        try {
            supervisor.ready(name).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new Refusal(
                    name + " was not ready within " + PATIENCE.toSeconds() + " s. Its last words: " + lastWords(name));
        } catch (ExecutionException e) {
            throw new Refusal(
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
        }
    }

    /** What it said last. */
    String lastWords(String name) {
        return LastWords.in(home.log(name));
    }
}
