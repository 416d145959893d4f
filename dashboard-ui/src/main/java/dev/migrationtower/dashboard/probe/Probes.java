package dev.migrationtower.dashboard.probe;

import dev.migrationtower.events.ProbeAlive;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Which instances of probes there are. One that ended in order is taken off; one that fell silent stays, for people to see, until
 * it is forgotten. Thread-safe.
 */
@Singleton
public final class Probes {
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final ConcurrentSkipListMap<String, ProbeAlive> alive = new ConcurrentSkipListMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Clock clock;

    public Probes(Clock clock) {
        this.clock = clock;
    }

    /** Takes a sign of life. */
    public void heard(ProbeAlive sign) {
        ProbeAlive before = sign.stopping() ? alive.remove(sign.instance()) : alive.put(sign.instance(), sign);
        boolean same = before == null ? sign.stopping() : !sign.stopping() && looksLike(before, sign);
        if (!same) {
            changes.incrementAndGet();
        }
    }

    /** Takes off an instance that nobody expects any more. */
    public void gone(String instance) {
        if (alive.remove(instance) != null) {
            changes.incrementAndGet();
        }
    }

    /** Grows with every change that a person would want to see at once: not by a mere further sign of life. */
    public long changes() {
        return changes.get();
    }

    /** All instances, by name. */
    public List<ProbeSign> signs() {
        Instant now = clock.instant();
        return alive.values().stream()
                .filter(sign -> sign.at().isAfter(now.minus(FORGOTTEN_AFTER)))
                .map(sign -> ProbeSign.of(sign, now))
                .toList();
    }

    private static boolean looksLike(ProbeAlive one, ProbeAlive other) {
        return one.checks() == other.checks()
                && one.late().equals(other.late())
                && one.startedAt().equals(other.startedAt());
    }
}
