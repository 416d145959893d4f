package dev.migrationtower.dashboard.compare;

import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.dashboard.course.Steadiness;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as a whole.
 *
 * @param seconds from its start to its end; absent: it did not end
 * @param waitedSeconds how much of it people were waited for
 * @param flips how often something was as expected and then was not
 */
record RunFacts(
        String run,
        Text title,
        RunMode mode,
        RunState state,
        int planVersion,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long seconds,
        long waitedSeconds,
        int breaches,
        int flips) {
    static RunFacts of(Course course) {
        RunView run = course.run().orElseThrow();
        return new RunFacts(
                run.run(),
                run.title(),
                run.mode(),
                run.state(),
                run.planVersion(),
                run.startedAt(),
                run.endedAt(),
                Comparison.seconds(run.startedAt(), run.endedAt()),
                run.phases().stream().mapToLong(PhaseView::waitedSeconds).sum(),
                course.breaches().size(),
                course.steadiness().stream().mapToInt(Steadiness::flips).sum());
    }
}
