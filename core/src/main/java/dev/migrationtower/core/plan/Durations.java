package dev.migrationtower.core.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 10s}, {@code 1m30s}, {@code 8h30m}, {@code 2d}. */
final class Durations {
    static final String WANTED = "a duration like 10s, 500ms, 1m30s, 8h30m or 2d";

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private Durations() {}

    /** What the text says; empty if it says none, or nothing at all ({@code 0s}). */
    static Optional<Duration> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ofDays(part(written, 1))
                .plusHours(part(written, 2))
                .plusMinutes(part(written, 3))
                .plusSeconds(part(written, 4))
                .plusMillis(part(written, 5));
        return sum.isZero() ? Optional.empty() : Optional.of(sum);
    }

    private static long part(Matcher written, int group) {
        String digits = written.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
