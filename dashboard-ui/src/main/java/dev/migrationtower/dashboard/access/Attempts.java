package dev.migrationtower.dashboard.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How often a password was guessed wrong, of one name from one address. Thread-safe. */
final class Attempts {
    static final int MOST = 5;
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final int REMEMBERED = 10_000;

    private final ConcurrentMap<String, Failures> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** Whether it may be tried once more now. */
    boolean allowed(String name, String address) {
        Failures known = failures.get(key(name, address));
        return known == null || known.count() < MOST || over(known);
    }

    void failed(String name, String address) {
        if (failures.size() >= REMEMBERED) {
            failures.values().removeIf(this::over);
        }
        Instant now = clock.instant();
        failures.merge(
                key(name, address),
                new Failures(1, now),
                (known, one) -> over(known) ? one : new Failures(known.count() + 1, now));
    }

    void succeeded(String name, String address) {
        failures.remove(key(name, address));
    }

    private boolean over(Failures known) {
        return !clock.instant().isBefore(known.last().plus(PAUSE));
    }

    private static String key(String name, String address) {
        return address + " " + name;
    }

    private record Failures(int count, Instant last) {}
}
