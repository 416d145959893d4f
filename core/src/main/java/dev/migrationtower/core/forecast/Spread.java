package dev.migrationtower.core.forecast;

import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.events.ForecastView.Span;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A duration nobody knows exactly, in seconds: half of the times it is shorter than {@code p50}, nine times of ten than {@code p90}.
 * Between and beyond it is taken for lognormal through both, as durations are: never negative, and what goes wrong goes wrong by a
 * factor. So {@code µ = ln p50} and {@code σ = ln(p90 / p50) / 1.2816}.
 *
 * <p>{@link #UNKNOWN} is NaN: whatever is added to the unknown or waits for it is unknown, without anybody asking.
 */
record Spread(double p50, double p90) {
    static final Spread NONE = new Spread(0, 0);
    static final Spread UNKNOWN = new Spread(Double.NaN, Double.NaN);

    /** The tower's assumption: of what nobody gave a range, p90 is so many times p50. */
    static final double ASSUMED_RANGE = 1.5;

    private static final double ASSUMED_SIGMA = Math.log(ASSUMED_RANGE) / Normal.Z90;
    private static final double CERTAIN = 1e-9;
    private static final double CENTURY = Duration.ofDays(36_525).toSeconds();

    /** What the plan says; a single figure is widened by {@link #ASSUMED_RANGE}. */
    static Spread of(@Nullable Estimate declared) {
        if (declared == null) {
            return UNKNOWN;
        }
        double p50 = seconds(declared.p50());
        return new Spread(p50, p50 * range(declared));
    }

    /** How many times its p50 the p90 of an estimate is; without one, or if it is a single figure, {@link #ASSUMED_RANGE}. */
    static double range(@Nullable Estimate declared) {
        return declared == null || declared.p50().equals(declared.p90())
                ? ASSUMED_RANGE
                : seconds(declared.p90()) / seconds(declared.p50());
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    boolean known() {
        return !Double.isNaN(p50);
    }

    /** One after the other. The long times of all come together (they are comonotonic): a slow night is slow throughout. */
    Spread plus(Spread next) {
        return new Spread(p50 + next.p50, p90 + next.p90);
    }

    /** Side by side, until the last is over. */
    Spread or(Spread other) {
        return new Spread(Math.max(p50, other.p50), Math.max(p90, other.p90));
    }

    /** Side by side, until the first is over. */
    Spread orEarlier(Spread other) {
        return new Spread(Math.min(p50, other.p50), Math.min(p90, other.p90));
    }

    Spread times(double factor) {
        return new Spread(p50 * factor, p90 * factor);
    }

    /**
     * What is left once it has lasted so many seconds and is not over: the quantiles of the lognormal distribution cut off there,
     * {@code exp(µ + σ Φ⁻¹(F(e) + q (1 - F(e)))) - e}. It never comes to nothing, and however late it is, it says how much later
     * still. The end it gives never moves back as time passes.
     */
    Spread left(double elapsed) {
        return new Spread(left(elapsed, 0.5), left(elapsed, 0.1));
    }

    private double left(double elapsed, double tail) {
        double sigma = sigma();
        if (sigma < CERTAIN) {
            return Math.max(0, p50 - elapsed);
        }
        double z = Math.log(elapsed / p50) / sigma;
        double from = Math.max(elapsed, p50);
        return Math.min(CENTURY, from * Math.expm1(sigma * Normal.beyond(z, tail)) + from - elapsed);
    }

    /**
     * The whole of it, once a share of it was seen to be done in so many seconds. The median is what the progress says, {@code e / r}:
     * it is measured on this very run, so that its pace is in it already. How widely such a thing varies is still taken from the
     * estimate, but only the part not done can vary: {@code σ (1 - r)}.
     *
     * @param share of the work, above 0 and up to 1
     */
    Spread seen(double elapsed, double share) {
        double total = elapsed / share;
        double sigma = known() ? sigma() : ASSUMED_SIGMA;
        return new Spread(total, total * Math.exp(Normal.Z90 * sigma * (1 - share)));
    }

    /** How many whole seconds the time elapsed is beyond the p50; null if it is not. */
    @Nullable
    Long late(double elapsed) {
        return elapsed - p50 >= 1 ? (long) (elapsed - p50) : null;
    }

    /** So long from now: instants, rounded up to the second; absent if unknown. */
    @Nullable
    Span from(Instant now) {
        return known() ? new Span(at(now, p50), at(now, p90)) : null;
    }

    private static Instant at(Instant now, double seconds) {
        Instant at = now.plusMillis(Math.round(seconds * 1000));
        return at.getNano() == 0 ? at : Instant.ofEpochSecond(at.getEpochSecond() + 1);
    }

    private double sigma() {
        return Math.log1p((p90 - p50) / p50) / Normal.Z90;
    }
}
