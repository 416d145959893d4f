package dev.migrationtower.core.fold;

import dev.migrationtower.events.Command;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an event goes back to. */
record Because(
        @Nullable String cause,
        @Nullable String by,
        @Nullable Origin from,
        @Nullable Instant observedAt) {
    /** Nothing but the passing of time. */
    static final Because OF_TIME = new Because(null, null, null, null);

    static Because of(Command command) {
        return new Because(command.id(), command.author(), command.from(), null);
    }

    static Because of(Observation observation) {
        return new Because(observation.id(), null, null, observation.observedAt());
    }
}
