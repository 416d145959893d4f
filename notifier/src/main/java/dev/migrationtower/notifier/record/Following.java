package dev.migrationtower.notifier.record;

import dev.migrationtower.events.Delivery;
import dev.migrationtower.events.Event;
import java.time.Instant;

/** Who follows the record, from the moment at which this instance is the one that tells until it no longer is. One thread only. */
public interface Following {
    /** What was delivered before; all of it comes first. */
    void remember(Delivery delivery);

    /** All that was delivered is remembered. */
    void start() throws InterruptedException;

    /** The next event of a run. */
    void take(Event event);

    /** It is now so late, and all events of before were taken. */
    void pass(Instant now);

    /** It is over, for now or for good; what is under way is brought to its end. May be said twice. */
    void stop() throws InterruptedException;
}
