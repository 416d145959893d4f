package dev.migrationtower.dashboard.compare;

import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.View.PhaseView;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a lane of one run.
 *
 * @param seconds how long its newest attempt took; absent: it is not over, or its start was not seen
 */
record StepFacts(StepState state, @Nullable Long seconds, int attempts) {

    /** By {@code lane/step}, in the order of the plan. */
    static Map<String, StepFacts> of(@Nullable PhaseView phase) {
        Map<String, StepFacts> steps = new LinkedHashMap<>();
        if (phase != null) {
            phase.lanes()
                    .forEach(lane -> lane.steps().forEach(step -> steps.put(lane.id() + "/" + step.id(), of(step))));
        }
        return steps;
    }

    private static StepFacts of(StepView step) {
        return new StepFacts(step.state(), Comparison.seconds(step.startedAt(), step.endedAt()), step.attempt());
    }
}
