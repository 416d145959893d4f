package dev.migrationtower.dashboard.record;

import dev.migrationtower.events.Event;

/** Is told what was read, on the reading thread: be quick, do not throw. */
public interface RecordListener {
    /** An event is in memory; only those that came after the record was caught up with. */
    default void happened(Event event) {}

    /** All that was there to be read for now is in memory. */
    default void caughtUp() {}
}
