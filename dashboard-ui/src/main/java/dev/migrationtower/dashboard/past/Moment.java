package dev.migrationtower.dashboard.past;

import dev.migrationtower.events.Event;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Predicate;

/** A place in a record, which begins with the first event: which of the events belong to what was before it. */
sealed interface Moment extends Predicate<Event> {

    /** The events up to a revision. */
    record OfRevision(long revision) implements Moment {
        @Override
        public boolean test(Event event) {
            return event.revision() <= revision;
        }
    }

    /** The events that were decided up to an instant. */
    record OfInstant(Instant at) implements Moment {
        @Override
        public boolean test(Event event) {
            return !event.at().isAfter(at);
        }
    }

    /** Reads {@code 41} or {@code 2022-07-23T01:12:44+02:00}; empty if it is neither. */
    static Optional<Moment> parse(String text) {
        try {
            return Optional.of(
                    text.matches("\\d{1,18}")
                            ? new OfRevision(Long.parseLong(text))
                            : new OfInstant(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
