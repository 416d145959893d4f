package dev.migrationtower.probe.postgres.blocking;

import java.time.Duration;

/** Durations as people say them. */
final class Spans {
    private Spans() {}

    /** In the largest unit of which there are at least two, rounded down: {@code 90 s}, {@code 12 min}, {@code 3 h}. */
    static String words(Duration span) {
        return span.toMinutes() < 2
                ? span.toSeconds() + " s"
                : span.toHours() < 2 ? span.toMinutes() + " min" : span.toHours() + " h";
    }
}
