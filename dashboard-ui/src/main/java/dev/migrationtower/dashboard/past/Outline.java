package dev.migrationtower.dashboard.past;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record in a nutshell: from when to when it goes, and where in it something happened.
 *
 * @param first absent: there is no event
 * @param last the newest event there was, whatever it told
 * @param events those that are worth to stop at
 */
record Outline(@Nullable Mark first, @Nullable Mark last, List<Mark> events) {
    Outline {
        events = List.copyOf(events);
    }

    /** An event, without what it told. */
    record Mark(long revision, Instant at, EventType type) {
        static Mark of(Event event) {
            return new Mark(event.revision(), event.at(), event.type());
        }
    }

    /** Gathers an outline, event by event. For one thread. */
    static final class Builder {
        private final List<Mark> events = new ArrayList<>();
        private @Nullable Mark first;
        private @Nullable Mark last;

        void add(Event event) {
            last = Mark.of(event);
            first = first == null ? last : first;
            if (isStop(event.type())) {
                events.add(last);
            }
        }

        Outline build() {
            return new Outline(first, last, events);
        }
    }

    /** Nobody wants to step through what changes by itself all the time. */
    private static boolean isStop(EventType type) {
        return !type.isMovement() && type != EventType.FORECAST_CHANGED && type != EventType.LANE_HEARD;
    }
}
