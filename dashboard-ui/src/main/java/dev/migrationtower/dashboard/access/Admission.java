package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.events.View.RunView;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may look at a run, as long as it holds.
 *
 * @param perspective how much of it
 * @param link the id of the link by which a screen looks; absent for others
 * @param until when it ends by itself; absent: never
 * @param standing whether nobody ended it
 */
public record Admission(
        Perspective perspective,
        @Nullable String link,
        @Nullable Instant until,
        BooleanSupplier standing) {

    public Admission(Perspective perspective, @Nullable String link, @Nullable Instant until) {
        this(perspective, link, until, () -> true);
    }

    /** The same, as long as this is so, too. */
    public Admission asLongAs(BooleanSupplier standing) {
        return new Admission(perspective, link, until, standing);
    }

    /** Whether it holds: not over, and what it rests on is still so. */
    public boolean holds(RunView run, Instant now) {
        if (until != null && !now.isBefore(until)) {
            return false;
        }
        return switch (perspective) {
            case OPERATOR -> standing.getAsBoolean();
            case WALL ->
                run.walls() != null
                        && run.walls().stream().anyMatch(wall -> wall.id().equals(link) && now.isBefore(wall.until()));
            case PUBLIC -> Boolean.TRUE.equals(run.openToPublic());
        };
    }
}
