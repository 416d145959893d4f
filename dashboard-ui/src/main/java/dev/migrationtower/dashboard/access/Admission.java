package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.events.View.RunView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody may look at a run, as long as it holds.
 *
 * @param perspective how much of it
 * @param link the id of the link by which a screen looks; absent for others
 * @param until when it ends by itself; absent: never
 */
public record Admission(
        Perspective perspective,
        @Nullable String link,
        @Nullable Instant until) {

    /** Whether it holds: not over, and what it rests on is still so. */
    public boolean holds(RunView run, Instant now) {
        if (until != null && !now.isBefore(until)) {
            return false;
        }
        return switch (perspective) {
            case OPERATOR -> true;
            case WALL ->
                run.walls() != null
                        && run.walls().stream().anyMatch(wall -> wall.id().equals(link) && now.isBefore(wall.until()));
            case PUBLIC -> Boolean.TRUE.equals(run.openToPublic());
        };
    }
}
