package dev.migrationtower.core.fold;

import dev.migrationtower.core.forecast.Situation;
import dev.migrationtower.core.forecast.Situation.Standing;
import dev.migrationtower.core.forecast.Situation.StepStanding;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.TaskView.DoneBy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a run stands, as a forecast wants to know it. */
final class Situations {
    private Situations() {}

    static Situation of(Turn turn) {
        Map<String, Standing> phases = new HashMap<>();
        for (int i = 0; i < turn.phases().size(); i++) {
            if (turn.derived.isBack(i) == turn.memory().rollback()) {
                phases.put(turn.phase(i).id(), standing(turn.phase(i), turn.now));
            }
        }
        return new Situation(turn.revision() + 1, turn.memory().rollback(), phases);
    }

    private static Standing standing(PhaseMemory phase, Instant now) {
        PhaseMemory.Times times = phase.times();
        Instant startedAt = times.startedAt() == null ? now : times.startedAt();
        Instant endedAt = times.endedAt() == null ? now : times.endedAt();
        return switch (phase.state()) {
            case PENDING -> new Situation.Pending();
            case ACTIVE, AWAITING_DECISION, FAILED ->
                new Situation.UnderWay(
                        startedAt,
                        times.waited(),
                        times.waitingSince(),
                        tasks(phase),
                        lanes(phase.following().shown()));
            case PASSED ->
                new Situation.Over(
                        startedAt,
                        endedAt,
                        times.waited(),
                        lanes(phase.following().shown()));
            case SKIPPED, ROLLED_BACK -> new Situation.LeftOut();
        };
    }

    private static Map<String, Instant> tasks(PhaseMemory phase) {
        Map<String, DoneBy> done = phase.people().tasks();
        return done.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, task -> task.getValue().at()));
    }

    private static Map<String, Map<String, StepStanding>> lanes(List<LaneView> lanes) {
        return lanes.stream()
                .collect(Collectors.toMap(
                        LaneView::id,
                        lane -> lane.steps().stream()
                                .collect(Collectors.toMap(StepView::id, step -> standing(step, lane.aliveAt())))));
    }

    private static StepStanding standing(StepView step, @Nullable Instant aliveAt) {
        return switch (step.state()) {
            case PENDING, FAILED -> new Situation.NotBegun();
            case RUNNING -> {
                Instant first = step.startedAt() != null ? step.startedAt() : step.percentAt();
                Instant seen = first != null ? first : aliveAt;
                yield seen == null
                        ? new Situation.NotBegun()
                        : new Situation.Running(seen, step.percent(), step.percentAt());
            }
            case DONE ->
                step.endedAt() == null
                        ? new Situation.NotBegun()
                        : new Situation.Done(step.startedAt(), step.endedAt());
        };
    }
}
