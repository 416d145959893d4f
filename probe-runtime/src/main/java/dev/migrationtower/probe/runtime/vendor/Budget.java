package dev.migrationtower.probe.runtime.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many requests an account may make: so many in any period, and none while the vendor wants to be left alone. Times are those of a
 * clock that only goes forward. Thread-safe.
 */
final class Budget {
    /** Before this part of a period nobody can tell how many requests others make. */
    private static final int EARLY = 6;

    private final int requests;
    private final long period;
    private final Deque<Long> taken = new ArrayDeque<>();
    private long silentUntil;
    private boolean silent;
    private final Map<String, Rate> rates = new HashMap<>();

    /** What the vendor said last of one of its own limits. */
    private record Rate(int remaining, long pace, long until) {}

    Budget(int requests, Duration period) {
        this.requests = requests;
        this.period = period.toNanos();
    }

    /** Takes one request out of it, if there is one. */
    synchronized boolean take(long now) {
        if (freeIn(now).isPositive()) {
            return false;
        }
        taken.addLast(now);
        return true;
    }

    /** How long until there is one; zero if there is. */
    synchronized Duration freeIn(long now) {
        forget(now);
        long wait = silent ? silentUntil - now : 0;
        if (taken.size() >= requests) {
            wait = Math.max(wait, taken.getFirst() + period - now);
        }
        return Duration.ofNanos(Math.max(0, wait));
    }

    /** The vendor wants no request for so long. */
    synchronized void silence(Duration time, long now) {
        long until = now + time.toNanos();
        if (!silent || until - silentUntil > 0) {
            silentUntil = until;
        }
        silent = true;
    }

    /** What the vendor says that remains must last until it begins anew, for others, too: the last tenth is theirs, besides. */
    synchronized void told(Quota quota, long now) {
        forget(now);
        int ours = Math.max(1, quota.remaining() - quota.limit() / 10 - others(quota, now));
        long reset = quota.reset().toNanos();
        rates.put(quota.name(), new Rate(quota.remaining(), reset / ours, now + reset));
    }

    /** How many requests others will make until it begins anew, if they go on as they did. */
    private int others(Quota quota, long now) {
        long gone = quota.period().minus(quota.reset()).toNanos();
        if (gone < quota.period().toNanos() / EARLY || gone <= 0) {
            return 0;
        }
        long mine = taken.stream().filter(at -> now - at <= gone).count();
        long theirs = Math.max(0, quota.limit() - quota.remaining() - mine);
        return (int) Math.min(quota.limit(), theirs * quota.reset().toNanos() / gone);
    }

    /** How many are left now, by our count and by the vendor's. */
    synchronized int left(long now) {
        forget(now);
        int theirs = rates.values().stream().mapToInt(Rate::remaining).min().orElse(requests);
        return silent ? 0 : Math.min(theirs, requests - taken.size());
    }

    /**
     * How often questions that take so many requests together can be asked, if all are asked as often. When nine tenths are used up, a
     * quarter less often: what is left is for pages that nobody foresaw.
     */
    synchronized Duration share(int together, long now) {
        forget(now);
        long slowest = rates.values().stream().mapToLong(Rate::pace).max().orElse(0);
        long ours = period / requests * (taken.size() * 10L >= requests * 9L ? 5 : 4) / 4;
        return Duration.ofNanos(Math.max(slowest, ours) * together);
    }

    private void forget(long now) {
        while (!taken.isEmpty() && now - taken.getFirst() >= period) {
            taken.removeFirst();
        }
        silent = silent && silentUntil - now > 0;
        rates.values().removeIf(rate -> rate.until() - now <= 0);
    }
}
