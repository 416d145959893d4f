package dev.migrationtower.probe.runtime;

/** A clock that only goes forward, such as {@link System#nanoTime}. */
@FunctionalInterface
interface Ticks {
    long nanos();
}
