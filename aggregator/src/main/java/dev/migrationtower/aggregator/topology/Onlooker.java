package dev.migrationtower.aggregator.topology;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.View;

/**
 * Is told how the runs of this instance stand, for metrics. Called by the stream thread, so it must not block. What it is told may
 * be ahead of what Kafka has committed, by one transaction.
 */
public interface Onlooker {

    /** What became of an input. */
    enum Fate {
        /** It was taken in. */
        FOLDED,
        /** It had no effect: there is no such run, something newer was seen before, ... */
        IGNORED,
        /** It could not be used, and was put aside. */
        DEAD_LETTERED
    }

    /** A record of this topic was dealt with. */
    void took(String topic, Fate fate);

    /** Something happened in a run. */
    void happened(Event event);

    /** A part of a run stands so now. */
    void stands(View.RunView view);

    /** A part of a run stands so now. */
    void stands(View.CheckView view);

    /** This check is no longer one of its run's. */
    void gone(CheckKey check);

    /** Time could not be taken in by this run: an error of ours. */
    void tickFailed(String run);

    /** The run is no more with this instance. */
    void left(String run);
}
