package dev.migrationtower.core.plan;

import java.time.Duration;

/**
 * How long something takes, as far as anybody can say: half of the times it is over after {@code p50}, nine times of ten after
 * {@code p90}. Whoever wrote a single duration gets it as both.
 */
public record Estimate(Duration p50, Duration p90) {
    public Estimate {
        if (p90.compareTo(p50) < 0) {
            throw new IllegalArgumentException("p90 " + p90 + " is shorter than p50 " + p50);
        }
    }

    /** One after the other; the long times of all of them come together, as a slow night makes everything slow. */
    public Estimate plus(Estimate next) {
        return new Estimate(p50.plus(next.p50), p90.plus(next.p90));
    }

    /** Side by side: over when the last is. */
    public Estimate or(Estimate other) {
        return new Estimate(max(p50, other.p50), max(p90, other.p90));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
