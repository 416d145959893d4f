package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * When each check is to be looked at: at once, then every interval, never while it is being looked at. The second look comes early,
 * by a part of the interval that is the check's own, so that checks of one plan do not stay in step.
 *
 * <p>Times are nanoseconds of a clock that only goes forward ({@link System#nanoTime}): a corrected wall clock moves no look.
 * Thread-safe.
 */
final class Schedule {
    /** A log is read from its beginning: what is replaced or withdrawn a moment later is not looked at in between. */
    private static final long SETTLE = Duration.ofMillis(50).toNanos();

    private final int most;
    private final Map<CheckKey, Entry> entries = new HashMap<>();
    private final Map<CheckKey, Entry> inFlight = new HashMap<>();
    /** Those that are not being looked at, the next due first. */
    private final TreeSet<Entry> queue =
            new TreeSet<>(Comparator.<Entry>comparingLong(entry -> entry.due).thenComparing(entry -> entry.key));

    /** @param most how many looks there may be at the same time */
    Schedule(int most) {
        this.most = most;
    }

    /** Look at this from now on; the same again changes nothing, a changed one is due at once. */
    synchronized void put(CheckSpec check, long now) {
        CheckKey key = check.key();
        Entry old = entries.get(key);
        if (old != null && old.check.equals(check)) {
            return;
        }
        remove(key);
        Entry entry = new Entry(check, now + SETTLE);
        entries.put(key, entry);
        if (!inFlight.containsKey(key)) {
            queue.add(entry);
        }
    }

    /** Look at it no more. */
    synchronized void remove(CheckKey key) {
        Entry old = entries.remove(key);
        if (old != null) {
            queue.remove(old);
        }
    }

    /** The checks that are due and may be looked at now; each must be given back with {@link #done}. */
    synchronized List<CheckSpec> takeDue(long now) {
        List<CheckSpec> due = new ArrayList<>();
        while (inFlight.size() < most && !queue.isEmpty() && queue.first().due <= now) {
            Entry entry = queue.pollFirst();
            inFlight.put(entry.key, entry);
            due.add(entry.check);
        }
        return due;
    }

    /**
     * The look is over.
     *
     * @return whether it counts: not if the check was withdrawn or changed meanwhile; one that is the same again, as when its topic was
     *     read anew, was looked at as it is
     */
    synchronized boolean done(CheckKey key, long now) {
        Entry looked = inFlight.remove(key);
        Entry entry = entries.get(key);
        if (entry == null || looked == null) {
            return false;
        }
        boolean same = entry.check.equals(looked.check);
        if (same) {
            entry.advance(now);
        }
        queue.add(entry);
        return same;
    }

    /** Whether this is still to be looked at, as it is. */
    synchronized boolean has(CheckSpec check) {
        Entry entry = entries.get(check.key());
        return entry != null && entry.check.equals(check);
    }

    /** When to ask again for what is due; empty while there is nothing to wait for but the end of a look. */
    synchronized OptionalLong nextDue() {
        return queue.isEmpty() || inFlight.size() >= most ? OptionalLong.empty() : OptionalLong.of(queue.first().due);
    }

    /** Those whose look is overdue by more than their freshness, the latest first. */
    synchronized List<CheckKey> late(long now) {
        return entries.values().stream()
                .filter(entry -> now - entry.due > entry.check.freshness().toNanos())
                .sorted(Comparator.comparingLong(entry -> entry.due))
                .map(entry -> entry.key)
                .toList();
    }

    synchronized int size() {
        return entries.size();
    }

    private static final class Entry {
        final CheckSpec check;
        final CheckKey key;
        long due;
        private boolean seen;

        Entry(CheckSpec check, long due) {
            this.check = check;
            this.key = check.key();
            this.due = due;
        }

        /** The next time on the check's own grid; times that a long look ran over are left out, not made up for. */
        void advance(long now) {
            long interval = check.interval().toNanos();
            due += seen ? interval : interval / 2 + (long) (interval / 2 * spread());
            seen = true;
            if (due <= now) {
                due += ((now - due) / interval + 1) * interval;
            }
        }

        /** From 0 to 1, always the same for one check. */
        private double spread() {
            return ((key.toString().hashCode() * 0x9E3779B9) >>> 8) / (double) (1 << 24);
        }
    }
}
