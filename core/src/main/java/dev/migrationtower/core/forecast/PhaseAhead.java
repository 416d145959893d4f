package dev.migrationtower.core.forecast;

import dev.migrationtower.core.forecast.Situation.Done;
import dev.migrationtower.core.forecast.Situation.UnderWay;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Phase.PointOfNoReturn;
import dev.migrationtower.core.plan.Script;
import dev.migrationtower.events.ForecastView.StepEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies ahead of a phase that is not over, in seconds from now.
 *
 * @param end when it is over; unknown, too, if that of a phase before it is
 * @param ground whether anybody said how long it takes
 * @param lateBySeconds how far it is beyond its estimate; null: it is not
 * @param steps those that are being done
 * @param noReturn when its point of no return is passed; unknown: no ground; null: it is passed, or there is none
 */
record PhaseAhead(
        String phase,
        Spread end,
        boolean ground,
        @Nullable Long lateBySeconds,
        List<StepEnd> steps,
        @Nullable Spread noReturn) {

    /** One that begins so long from now. */
    static PhaseAhead pending(Phase phase, Spread begin, Estimates estimates, double pace) {
        Spread takes = estimates.phase(phase, pace);
        return new PhaseAhead(
                phase.id(), begin.plus(takes), takes.known(), null, List.of(), noReturn(phase, begin, estimates, pace));
    }

    private static @Nullable Spread noReturn(Phase phase, Spread begin, Estimates estimates, double pace) {
        PointOfNoReturn point = phase.pointOfNoReturn();
        Script script = phase.script();
        if (point == null) {
            return null;
        }
        if (point.afterStep() == null || script == null) {
            return begin;
        }
        int after = script.steps().stream().map(Script.Step::id).toList().indexOf(point.afterStep());
        return begin.plus(
                estimates.steps(phase, script.steps().subList(0, after + 1)).times(pace));
    }

    /**
     * One that has begun. With a script it is over when its steps and then its tasks are done, as they show best how far it is; only if
     * nobody said how long they take does its own estimate count. Without a script it is the other way round. One that waits for a
     * decision is over now: its work is done, and nobody can say how long people think.
     *
     * @param begin before which it is not over, as the phase before it is not
     */
    static PhaseAhead underWay(Phase phase, UnderWay way, Spread begin, Estimates estimates, double pace, Instant now) {
        List<LaneAhead> lanes = lanes(phase, way, estimates, pace, now);
        Spread own = estimates.own(phase);
        double worked = Spread.seconds(way.worked(now));
        Spread left;
        if (way.waitingSince() != null) {
            left = Spread.NONE;
        } else if (phase.script() == null) {
            left = own.known() ? own.left(worked) : parts(phase, way, lanes, estimates, now);
        } else {
            Spread parts = parts(phase, way, lanes, estimates, now);
            left = parts.known() ? parts : own.times(pace).left(worked);
        }
        return new PhaseAhead(
                phase.id(),
                begin.or(left),
                left.known(),
                estimates.phase(phase).late(worked),
                lanes.stream().flatMap(lane -> lane.steps().stream()).toList(),
                firstNoReturn(lanes));
    }

    private static List<LaneAhead> lanes(Phase phase, UnderWay way, Estimates estimates, double pace, Instant now) {
        Script script = phase.script();
        return script == null
                ? List.of()
                : script.lanes().stream()
                        .map(lane -> LaneAhead.of(phase, script, lane.id(), way, estimates, pace, now))
                        .toList();
    }

    /** Passed as soon as the first lane passes it. */
    private static @Nullable Spread firstNoReturn(List<LaneAhead> lanes) {
        List<Spread> ahead =
                lanes.stream().map(LaneAhead::noReturn).filter(Objects::nonNull).toList();
        return ahead.isEmpty() || ahead.size() < lanes.size()
                ? null
                : ahead.stream().reduce(Spread::orEarlier).orElseThrow();
    }

    /** The lanes side by side, then the tasks, one after the other. */
    private static Spread parts(Phase phase, UnderWay way, List<LaneAhead> lanes, Estimates estimates, Instant now) {
        if (phase.script() == null && phase.tasks().isEmpty()) {
            return Spread.UNKNOWN;
        }
        Spread steps = lanes.stream().map(LaneAhead::end).reduce(Spread.NONE, Spread::or);
        List<Phase.Task> open = phase.tasks().stream()
                .filter(task -> !way.tasksDone().containsKey(task.id()))
                .toList();
        if (open.isEmpty() || !steps.equals(Spread.NONE)) {
            return steps.plus(estimates.tasks(open));
        }
        double elapsed = Math.max(0, Spread.seconds(Duration.between(lastDone(way), now)));
        return estimates.task(open.getFirst()).left(elapsed).plus(estimates.tasks(open.subList(1, open.size())));
    }

    /** When the newest of its steps and tasks was done, or it began: since then somebody is at the next task. */
    private static Instant lastDone(UnderWay way) {
        Stream<Instant> steps = way.lanes().values().stream()
                .flatMap(lane -> lane.values().stream())
                .filter(Done.class::isInstance)
                .map(step -> ((Done) step).endedAt());
        return Stream.concat(steps, way.tasksDone().values().stream())
                .reduce(way.startedAt().plus(way.waited()), (one, other) -> one.isAfter(other) ? one : other);
    }
}
