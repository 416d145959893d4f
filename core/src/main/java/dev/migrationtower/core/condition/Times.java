package dev.migrationtower.core.condition;

import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** ISO-8601 of the wire to what CEL reckons with, and back to what people read. */
final class Times {
    private static final long MOST_SECONDS = 315_576_000_000L; // what a protobuf duration may hold: 10,000 years

    private Times() {}

    static Optional<Object> duration(String iso) {
        try {
            Duration duration = Duration.parse(iso);
            return Math.abs(duration.toSeconds()) < MOST_SECONDS ? Optional.of(protobuf(duration)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<Object> timestamp(String iso) {
        try {
            Instant instant = Instant.parse(iso);
            return Optional.of(Timestamp.newBuilder()
                    .setSeconds(instant.getEpochSecond())
                    .setNanos(instant.getNano())
                    .build());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Protobuf wants both parts of one sign. */
    private static com.google.protobuf.Duration protobuf(Duration duration) {
        boolean borrow = duration.isNegative() && duration.getNano() > 0;
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.getSeconds() + (borrow ? 1 : 0))
                .setNanos(duration.getNano() - (borrow ? 1_000_000_000 : 0))
                .build();
    }

    /** {@code 12 ms}, {@code 1.5 s}, {@code 8 h 30 min}, {@code 2 d}: two units at most. */
    static String words(com.google.protobuf.Duration duration) {
        if (duration.getSeconds() < 0 || duration.getNanos() < 0) {
            return "-"
                    + words(com.google.protobuf.Duration.newBuilder()
                            .setSeconds(-duration.getSeconds())
                            .setNanos(-duration.getNanos())
                            .build());
        }
        long seconds = duration.getSeconds();
        if (seconds == 0) {
            return decimal(duration.getNanos() / 100_000, "ms");
        }
        if (seconds < 60) {
            return decimal(seconds * 10 + duration.getNanos() / 100_000_000, "s");
        }
        if (seconds < 3_600) {
            return units(seconds / 60, "min", seconds % 60, "s");
        }
        return seconds < 86_400
                ? units(seconds / 3_600, "h", seconds % 3_600 / 60, "min")
                : units(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
    }

    static String words(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
                .toString();
    }

    private static String decimal(long tenths, String unit) {
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " " + unit;
    }

    private static String units(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
