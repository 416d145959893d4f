package dev.migrationtower.core.step;

import dev.migrationtower.core.step.Happening.LaneFailed;
import dev.migrationtower.core.step.Happening.LaneLate;
import dev.migrationtower.core.step.Happening.LaneLost;
import dev.migrationtower.core.step.Happening.LaneRecovered;
import dev.migrationtower.core.step.Happening.LaneUnseen;
import dev.migrationtower.core.step.Happening.StepFailed;
import dev.migrationtower.core.step.Happening.StepFinished;
import dev.migrationtower.core.step.Happening.StepProgressed;
import dev.migrationtower.core.step.Happening.StepStarted;
import dev.migrationtower.core.step.Happening.Unmatched;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import java.util.List;
import java.util.stream.Stream;

/** What happened in a lane between two moments. */
public final class Happenings {
    private Happenings() {}

    /** That which makes the one the other: of its steps, in the order of the script, then of itself. Empty: nobody need be told. */
    public static List<Happening> between(Lane before, Lane after) {
        Stream<Happening> steps =
                after.steps().stream().flatMap(step -> ofStep(after.id(), stepOf(before, step.id()), step));
        return Stream.of(steps, failure(before, after), turn(before, after), unmatched(before, after))
                .flatMap(happenings -> happenings)
                .toList();
    }

    private static StepView stepOf(Lane lane, String id) {
        return lane.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseGet(() -> Attempt.NONE.view(id));
    }

    private static Stream<Happening> ofStep(String lane, StepView was, StepView is) {
        boolean anew = is.attempt() > was.attempt();
        boolean turned = anew || is.state() != was.state();
        boolean begun = anew && (is.startedAt() != null || is.state() == StepState.RUNNING);
        Stream<Happening> start = begun ? Stream.of(new StepStarted(lane, is)) : Stream.empty();
        Stream<Happening> more = is.equals(was) || begun ? Stream.empty() : Stream.of(new StepProgressed(lane, is));
        return Stream.concat(
                start,
                switch (is.state()) {
                    case DONE -> turned ? Stream.of(new StepFinished(lane, is)) : more;
                    case FAILED -> turned ? Stream.of(new StepFailed(lane, is)) : more;
                    case RUNNING, PENDING -> more;
                });
    }

    private static Stream<Happening> failure(Lane before, Lane after) {
        String failure = after.failure();
        return failure == null || before.failure() != null
                ? Stream.empty()
                : Stream.of(new LaneFailed(after.id(), failure));
    }

    /** Nothing where its steps or its failure tell it. */
    private static Stream<Happening> turn(Lane before, Lane after) {
        return before.state() == after.state()
                ? Stream.empty()
                : switch (after.state()) {
                    case LATE -> Stream.of(new LaneLate(after.id(), after.silentFor(), isHeard(after)));
                    case LOST -> Stream.of(new LaneLost(after.id(), after.silentFor(), isHeard(after)));
                    case UNKNOWN -> Stream.of(new LaneUnseen(after.id()));
                    case PENDING, ALIVE -> recovery(before, after);
                    case FAILED, FINISHED -> Stream.empty();
                };
    }

    private static Stream<Happening> recovery(Lane before, Lane after) {
        return switch (before.state()) {
            case PENDING, LATE, LOST, UNKNOWN ->
                Stream.of(new LaneRecovered(after.id(), before.state(), after.state(), isHeard(before)));
            case ALIVE, FAILED, FINISHED -> Stream.empty();
        };
    }

    private static boolean isHeard(Lane lane) {
        return lane.aliveAt() != null;
    }

    private static Stream<Happening> unmatched(Lane before, Lane after) {
        int lines = after.unmatched() - before.unmatched();
        return lines > 0
                ? Stream.of(new Unmatched(after.id(), lines, after.samples().getFirst()))
                : Stream.empty();
    }
}
