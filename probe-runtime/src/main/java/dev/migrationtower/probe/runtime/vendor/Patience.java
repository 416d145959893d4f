package dev.migrationtower.probe.runtime.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;

/** For how long a vendor wants to be left alone. Pure. */
final class Patience {
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 5;
    /** Seconds above this are an instant (2001 and later), below it a time to wait: vendors mean either. */
    private static final long EPOCH = 1_000_000_000L;

    private Patience() {}

    /**
     * As its headers say: {@code Retry-After} (RFC 9110, 10.2.3), else {@code X-RateLimit-Reset}.
     *
     * @param now the vendor's time
     */
    static Optional<Duration> asked(VendorAnswer answer, Instant now) {
        return answer.header("retry-after")
                .flatMap(text -> wait(text, now))
                .map(Patience::within)
                .or(() -> reset(answer, now));
    }

    /** Until its limit begins anew, as {@code X-RateLimit-Reset} says. */
    static Optional<Duration> reset(VendorAnswer answer, Instant now) {
        return answer.header("x-ratelimit-reset")
                .flatMap(text -> wait(text, now))
                .map(Patience::within);
    }

    /** When it says nothing: 2 s, and twice as long each time in a row, up to a minute. */
    static Duration unasked(int timesInARow) {
        return FIRST.multipliedBy(1L << Math.min(MOST_DOUBLINGS, Math.max(0, timesInARow - 1)));
    }

    private static Duration within(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Duration> wait(String text, Instant now) {
        OptionalLong seconds = number(text.strip());
        if (seconds.isPresent()) {
            long count = seconds.getAsLong();
            return Optional.of(
                    count > EPOCH ? Duration.between(now, Instant.ofEpochSecond(count)) : Duration.ofSeconds(count));
        }
        try {
            Instant until = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static OptionalLong number(String text) {
        return text.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
