package dev.migrationtower.core.fold;

import dev.migrationtower.core.step.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Durations, times and counts as people say them. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private Words() {}

    /** {@code 1 criterion}, {@code 3 criteria} */
    static String count(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }

    /** {@code 23:30}, as the clocks of this zone show it. */
    static String time(Instant at, ZoneId zone) {
        return TIME.withZone(zone).format(at);
    }

    /** {@code 12 s}, {@code 4 min 10 s}, {@code 2 h 31 min}; below a second {@code 250 ms}. */
    static String of(Duration duration) {
        return duration.toSeconds() == 0 ? duration.toMillis() + " ms" : Spoken.duration(duration);
    }
}
