package dev.migrationtower.simulator.vendor;

import java.time.Duration;
import java.time.Instant;

/** So many requests in a period; periods begin by the calendar, whoever asks when. Thread-safe. */
public final class RateLimit {
    private final int allowed;
    private final long period;
    private long current = -1;
    private int used;
    private int most;

    /** How it stands after a request. */
    public record Taken(boolean granted, int remaining, long resetSeconds) {}

    public RateLimit(int allowed, Duration period) {
        this.allowed = allowed;
        this.period = Math.max(1, period.toMillis());
    }

    public int allowed() {
        return allowed;
    }

    /** In whole seconds, one at least. */
    public long periodSeconds() {
        return seconds(period);
    }

    /** Takes one request out of it, or says that there is none. */
    public synchronized Taken take(Instant at) {
        long millis = at.toEpochMilli();
        if (millis / period != current) {
            current = millis / period;
            used = 0;
        }
        used++;
        most = Math.max(most, used);
        return new Taken(used <= allowed, Math.max(0, allowed - used), seconds(period - millis % period));
    }

    /** The most that were wanted in one period. */
    public synchronized int most() {
        return most;
    }

    private static long seconds(long millis) {
        return (millis + 999) / 1000;
    }
}
