package dev.migrationtower.core.step;

import dev.migrationtower.core.plan.Script.Heartbeat;
import dev.migrationtower.events.LaneView.State;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** That a lane which is watched says nothing, and what it means. */
record Silence(Instant since, Heartbeat heartbeat) {

    /** @param early what the lane is before it is late */
    State state(Instant now, State early) {
        if (!now.isBefore(lostAt())) {
            return State.LOST;
        }
        return now.isBefore(lateAt()) ? early : State.LATE;
    }

    /** When it comes to mean more; null if it means the worst already. */
    @Nullable
    Instant changesAt(Instant now) {
        return Stream.of(lateAt(), lostAt())
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Instant lateAt() {
        return since.plus(heartbeat.lateAfter());
    }

    private Instant lostAt() {
        return since.plus(heartbeat.lostAfter());
    }
}
