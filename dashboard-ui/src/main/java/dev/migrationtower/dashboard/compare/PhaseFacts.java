package dev.migrationtower.dashboard.compare;

import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.View.PhaseView;
import org.jspecify.annotations.Nullable;

/**
 * A phase of one run.
 *
 * @param seconds from its start to its end; absent: it is not over
 * @param waitedSeconds how much of it people were waited for
 * @param breaches of what it held
 */
record PhaseFacts(
        PhaseState state,
        @Nullable Long seconds,
        long waitedSeconds,
        @Nullable Long estimateSeconds,
        int breaches) {
    static PhaseFacts of(PhaseView phase, Course course) {
        return new PhaseFacts(
                phase.state(),
                Comparison.seconds(phase.startedAt(), phase.endedAt()),
                phase.waitedSeconds(),
                phase.estimateSeconds(),
                (int) course.breaches().stream()
                        .filter(breach -> breach.phase().equals(phase.id()))
                        .count());
    }
}
