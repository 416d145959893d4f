package dev.migrationtower.core.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When people outside are told.
 *
 * @param every at the latest so long after they were told last; absent: when something happens
 */
public record Announce(List<Moment> at, @Nullable Duration every) {
    public Announce {
        at = List.copyOf(at);
    }

    /** An occasion. */
    public sealed interface Moment {
        /** So long before the window opens. */
        record Before(Duration opening) implements Moment {}

        /** When something of this kind happens. */
        record When(Occasion occasion) implements Moment {}
    }

    /** What can happen. */
    public enum Occasion {
        START,
        PHASE,
        BREACH,
        OVERRUN,
        END
    }
}
