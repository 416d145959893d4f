package dev.migrationtower.core.fold;

import java.time.Duration;

/** Durations as people say them. */
final class Words {
    private Words() {}

    /** {@code 12 s}, {@code 4 min 10 s}, {@code 2 h 31 min}; below a second {@code 250 ms}. */
    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0) {
            return duration.toMillis() + " ms";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
        }
        long minutes = seconds / 60;
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
