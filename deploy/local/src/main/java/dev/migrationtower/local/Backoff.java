package dev.migrationtower.local;

import java.time.Duration;

/** How long to wait before a process that died is started again: hardly at first, longer while it keeps dying. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration HEALTHY = Duration.ofSeconds(30);

    private Duration next = FIRST;

    /** The wait after a life of this length. */
    Duration after(Duration life) {
        Duration wait = life.compareTo(HEALTHY) >= 0 ? FIRST : next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return wait;
    }
}
