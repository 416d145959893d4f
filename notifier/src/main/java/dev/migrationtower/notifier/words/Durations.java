package dev.migrationtower.notifier.words;

import java.time.Duration;
import java.time.Instant;

/** Durations as people say them, in any language. */
public final class Durations {
    private Durations() {}

    /** {@code 12 s}, {@code 4 min}, {@code 2 h 31 min}; to the minute from one minute on. */
    public static String of(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = (seconds + 30) / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    public static String between(Instant from, Instant until) {
        return of(Duration.between(from, until));
    }
}
