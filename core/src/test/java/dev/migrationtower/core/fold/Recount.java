package dev.migrationtower.core.fold;

import static dev.migrationtower.core.fold.Standing.MET;
import static dev.migrationtower.core.fold.Standing.NOT_MET;
import static dev.migrationtower.core.fold.Standing.UNKNOWN;
import static dev.migrationtower.core.fold.Standing.WAIVED;

import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.View.CriterionView;
import dev.migrationtower.events.View.PhaseView;
import java.util.List;
import java.util.stream.Stream;

/** Counts anew, from what is known and from what the gate shows that it asks for, what the fold keeps by adding and taking off. */
record Recount(Night night, PhaseView phase) {

    Tally tally() {
        return tally(phase.gate().criteria().stream().flatMap(this::each).toList());
    }

    private static Tally tally(List<Standing> standings) {
        Tally tally = Tally.ofUnknown(standings.size());
        for (Standing standing : standings) {
            tally = tally.moved(UNKNOWN, standing);
        }
        return tally;
    }

    /** Everything that is asked for, one by one. */
    private Stream<Standing> each(CriterionView criterion) {
        return switch (criterion.kind()) {
            case "check" ->
                night.run().checks.values().stream()
                        .filter(check -> check.check().id().equals(criterion.check()))
                        .map(check -> standing(check, criterion.state()));
            case "tasks" -> criterion.ids().stream().map(this::task);
            case "steps" ->
                phase.lanes().stream()
                        .filter(lane -> !lane.id().equals(Following.STRAYS))
                        .flatMap(lane -> criterion.ids().stream().map(step -> step(lane, step)));
            default ->
                Stream.of(
                        tally(criterion.of().stream().map(this::asOne).toList()).standing(criterion.needed()));
        };
    }

    /** What is asked for as one, all of it. */
    private Standing asOne(CriterionView criterion) {
        List<Standing> parts = each(criterion).toList();
        return tally(parts).standing(parts.size());
    }

    private Standing standing(CheckState check, String state) {
        if (isWaived("check/" + check.check().id() + "/" + check.item().id())) {
            return WAIVED;
        }
        CheckMemory.Look look = check.memory().look();
        boolean evidence = look != null && night.now().isBefore(look.freshUntil());
        return evidence && look.outcome() instanceof Outcome.Reading reading
                ? Standing.of(check.check().state(state).judge(reading.values()).verdict())
                : UNKNOWN;
    }

    private Standing task(String id) {
        if (isWaived("task/" + id)) {
            return WAIVED;
        }
        return phase.tasks().stream().anyMatch(task -> task.id().equals(id) && task.done() != null) ? MET : NOT_MET;
    }

    private Standing step(LaneView lane, String id) {
        if (isWaived("step/" + lane.id() + "/" + id)) {
            return WAIVED;
        }
        boolean done = lane.steps().stream().anyMatch(step -> step.id().equals(id) && step.state() == StepState.DONE);
        return switch (lane.state()) {
            case FAILED -> NOT_MET;
            case UNKNOWN -> done ? MET : UNKNOWN;
            case PENDING, ALIVE, LATE, LOST, FINISHED -> done ? MET : NOT_MET;
        };
    }

    private boolean isWaived(String criterion) {
        return phase.waivers().stream()
                .anyMatch(waiver ->
                        criterion.equals(waiver.criterion()) || criterion.startsWith(waiver.criterion() + "/"));
    }
}
