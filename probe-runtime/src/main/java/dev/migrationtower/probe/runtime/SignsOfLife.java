package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.ProbeAlive;
import dev.migrationtower.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Says every few seconds that this instance is alive, and a last time when it ends. That Kafka acknowledged one a moment ago is also
 * the proof that it is there. Thread-safe.
 */
final class SignsOfLife {
    static final int EVERY_SECONDS = 5;
    private static final Logger LOG = Logger.getLogger(SignsOfLife.class);
    private static final int MOST_LATE_NAMED = 10;
    /** Two signs missed, and a little patience. */
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(2 * EVERY_SECONDS + 2);

    private final FrameConfig config;
    private final Schedule schedule;
    private final Sender sender;
    private final Clock clock;
    private final Ticks ticks;
    private final Instant startedAt;
    private CompletableFuture<Void> newest = CompletableFuture.completedFuture(null);
    private final long began;
    private volatile @Nullable Long acknowledgedAt;
    private boolean saidSilent;

    SignsOfLife(FrameConfig config, Schedule schedule, Sender sender, Clock clock, Ticks ticks) {
        this.config = config;
        this.schedule = schedule;
        this.sender = sender;
        this.clock = clock;
        this.ticks = ticks;
        startedAt = clock.instant();
        began = ticks.nanos();
    }

    /** Gives a sign, unless the one before is still on its way. */
    synchronized void give() {
        sayWhetherKafkaIsSilent();
        if (newest.isDone()) {
            newest = send(false);
        }
    }

    /** Gives the last one, and lets it have a second. */
    void giveLast() {
        CompletableFuture<Void> last = send(true).orTimeout(1, TimeUnit.SECONDS).exceptionally(nobodyCanBeTold -> null);
        last.join();
    }

    /** Whether Kafka acknowledged a sign lately. */
    boolean heard() {
        Long at = acknowledgedAt;
        return at != null && ticks.nanos() - at < SILENCE;
    }

    /** Once when it falls silent, and once when it is back. */
    private void sayWhetherKafkaIsSilent() {
        Long at = acknowledgedAt;
        boolean silent = ticks.nanos() - (at == null ? began : at) >= SILENCE;
        if (silent && !saidSilent) {
            LOG.warn("Kafka does not answer. Looks go on, the newest of each check is published when it is back.");
        } else if (!silent && saidSilent) {
            LOG.info("Kafka answers again.");
        }
        saidSilent = silent;
    }

    private CompletableFuture<Void> send(boolean stopping) {
        List<String> late = schedule.late(ticks.nanos()).stream()
                .limit(MOST_LATE_NAMED)
                .map(CheckKey::toString)
                .toList();
        ProbeAlive alive = new ProbeAlive(
                config.probe(), config.instance(), clock.instant(), startedAt, schedule.size(), late, stopping, null);
        return sender.send(
                        Topic.PROBES, config.instance().getBytes(StandardCharsets.UTF_8), Json.write(alive), Map.of())
                .thenRun(() -> acknowledgedAt = ticks.nanos());
    }
}
