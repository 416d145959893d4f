package dev.migrationtower.dashboard.probe;

import dev.migrationtower.events.ProbeAlive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The newest sign of life of an instance of a probe.
 *
 * @param ageSeconds how long ago it was, by this service's clock; never below zero
 * @param late the keys of the checks whose look is overdue
 */
public record ProbeSign(
        String probe, String instance, Instant at, Instant startedAt, long ageSeconds, int checks, List<String> late) {

    static ProbeSign of(ProbeAlive alive, Instant now) {
        long age = Math.max(0, Duration.between(alive.at(), now).toSeconds());
        return new ProbeSign(
                alive.probe(), alive.instance(), alive.at(), alive.startedAt(), age, alive.checks(), alive.late());
    }
}
