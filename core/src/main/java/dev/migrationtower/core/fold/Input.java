package dev.migrationtower.core.fold;

import dev.migrationtower.events.Command;
import dev.migrationtower.events.Observation;

/** What can happen to a run. */
public sealed interface Input {

    /** Somebody asks for something. */
    record Told(Command command) implements Input {}

    /** A probe looked. */
    record Seen(Observation observation) implements Input {}

    /** Time passed. Needed when {@link Run#nextDeadline} is reached; harmless at any other time. */
    record Tick() implements Input {}
}
