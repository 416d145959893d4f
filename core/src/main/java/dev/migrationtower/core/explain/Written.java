package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Estimate;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Durations as plans write them: {@code 8h30m}. */
final class Written {
    private Written() {}

    static String of(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    /** {@code 8h30m to 12h}; empty if nobody estimated it. */
    static String of(@Nullable Estimate estimate) {
        if (estimate == null) {
            return "";
        }
        return estimate.p50().equals(estimate.p90())
                ? of(estimate.p50())
                : of(estimate.p50()) + " to " + of(estimate.p90());
    }
}
