package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import java.util.List;
import java.util.function.Function;

/** How every criterion of a phase stands, worked out from what is known. */
final class Standings {
    private Standings() {}

    /** All of a phase, at once. */
    static Sheet sheet(
            Derived derived, int phase, PhaseMemory memory, String run, Function<CheckKey, CheckState> checks) {
        Sheet sheet = Sheet.blank(derived.criteria(phase));
        for (Criterion criterion : derived.criteria(phase).all()) {
            Standing standing = memory.waives(criterion) ? Standing.WAIVED : standing(criterion, memory, run, checks);
            sheet = sheet.with(criterion, standing);
        }
        return sheet;
    }

    /** As it is, whether it is waived or not. */
    static Standing standing(
            Criterion criterion, PhaseMemory memory, String run, Function<CheckKey, CheckState> checks) {
        return switch (criterion) {
            case Criterion.OfCheck it ->
                Standing.of(checks.apply(new CheckKey(run, it.check(), it.item()))
                        .judge(it.state())
                        .verdict());
            case Criterion.OfTask it ->
                memory.people().tasks().containsKey(it.task()) ? Standing.MET : Standing.NOT_MET;
            case Criterion.OfStep it -> standing(memory.following().shown(), it);
        };
    }

    static Standing standing(List<LaneView> lanes, Criterion.OfStep criterion) {
        return lanes.stream()
                .filter(lane -> lane.id().equals(criterion.lane()))
                .findFirst()
                .map(lane -> standing(lane, criterion.step()))
                .orElse(Standing.UNKNOWN);
    }

    /** A lane that failed takes all its steps with it; one that nobody can see is unknown but for what was seen done. */
    private static Standing standing(LaneView lane, String step) {
        if (lane.state() == LaneView.State.FAILED) {
            return Standing.NOT_MET;
        }
        boolean done = lane.steps().stream()
                .filter(view -> view.id().equals(step))
                .map(StepView::state)
                .anyMatch(StepState.DONE::equals);
        if (done) {
            return Standing.MET;
        }
        return lane.state() == LaneView.State.UNKNOWN ? Standing.UNKNOWN : Standing.NOT_MET;
    }
}
