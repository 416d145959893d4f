package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Value;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 10s}, {@code 1m30s}, {@code 8h30m}, {@code 2d}. */
final class Durations {
    static final String WANTED = "a duration like 10s, 500ms, 1m30s, 8h30m or 2d";

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private Durations() {}

    /** The duration that stands here, longer than nothing at all; if none does, nothing at all. */
    static Duration read(Value place) {
        Duration read = readOrNone(place);
        if (read.isZero() && place.isWord() && written(place.word()).isPresent()) {
            place.refuse("`" + place.word() + "` is no time at all; write more, like 10s");
        }
        return read;
    }

    /** The same where {@code 0s} has a meaning: without waiting. */
    static Duration readOrNone(Value place) {
        return place.named("duration", value -> value.parse(WANTED, WRITTEN, Duration.ZERO, Durations::sum))
                .orElse(Duration.ZERO);
    }

    /** What the text says; empty if it says none, or nothing at all ({@code 0s}). */
    static Optional<Duration> parse(String text) {
        return written(text).filter(Duration::isPositive);
    }

    private static Optional<Duration> written(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches() ? sum(written) : Optional.empty();
    }

    /** Empty only where nothing is written. */
    private static Optional<Duration> sum(MatchResult written) {
        Duration sum = Duration.ofDays(part(written, 1))
                .plusHours(part(written, 2))
                .plusMinutes(part(written, 3))
                .plusSeconds(part(written, 4))
                .plusMillis(part(written, 5));
        return written.end() == written.start() ? Optional.empty() : Optional.of(sum);
    }

    /** A duration for people, to the minute, or to the second if it is shorter than one: {@code 14 h 10 min}. */
    static String words(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes == 0) {
            return duration.toSeconds() + " s";
        }
        long rest = minutes % 60;
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h" + (rest == 0 ? "" : " " + rest + " min");
    }

    private static long part(MatchResult written, int group) {
        String digits = written.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
