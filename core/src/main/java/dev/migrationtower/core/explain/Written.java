package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Estimate;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Durations as plans write them: {@code 8h30m}, {@code 500ms}. */
final class Written {
    private Written() {}

    static String of(Duration duration) {
        int millis = duration.toMillisPart();
        String whole = duration.minusMillis(millis).toString().substring("PT".length());
        String seconds = whole.equals("0S") && millis > 0 ? "" : whole.toLowerCase(Locale.ROOT);
        return millis == 0 ? seconds : seconds + millis + "ms";
    }

    /** {@code 8h30m to 12h}; empty if nobody estimated it. */
    static String of(@Nullable Estimate estimate, Phrases phrases) {
        if (estimate == null) {
            return "";
        }
        return estimate.p50().equals(estimate.p90())
                ? of(estimate.p50())
                : phrases.say("range", of(estimate.p50()), of(estimate.p90()));
    }
}
