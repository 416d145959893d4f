package dev.migrationtower.notifier.delivery;

import dev.migrationtower.notifier.channel.UndeliveredException;
import java.time.Instant;

/**
 * One thing to be handed over.
 *
 * @param id the same whenever the record is read again, so that it is handed over once
 * @param at when there was reason to tell it, by the clock of the record
 * @param title what it is, for the log
 */
record Parcel(String id, Instant at, String title, Handing handing) {

    /** Returns when the receiver has it. */
    @FunctionalInterface
    interface Handing {
        void handOver() throws UndeliveredException, InterruptedException;
    }
}
