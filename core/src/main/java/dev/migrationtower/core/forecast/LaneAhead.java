package dev.migrationtower.core.forecast;

import dev.migrationtower.core.forecast.Situation.Done;
import dev.migrationtower.core.forecast.Situation.NotBegun;
import dev.migrationtower.core.forecast.Situation.Running;
import dev.migrationtower.core.forecast.Situation.UnderWay;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Phase.PointOfNoReturn;
import dev.migrationtower.core.plan.Script;
import dev.migrationtower.events.ForecastView.StepEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies ahead of a lane, in seconds from now: its steps that are not done, one after the other.
 *
 * @param end when its last step is done
 * @param steps those that are being done
 * @param noReturn when the step is done after which there is no return; null: it is done, or there is none
 */
record LaneAhead(Spread end, List<StepEnd> steps, @Nullable Spread noReturn) {
    /** Below this a percentage is too coarse to be divided by. */
    private static final double TELLING_PERCENT = 5;

    static LaneAhead of(
            Phase phase, Script script, String lane, UnderWay way, Estimates estimates, double pace, Instant now) {
        Spread end = Spread.NONE;
        List<StepEnd> running = new ArrayList<>();
        Spread noReturn = null;
        for (Script.Step step : script.steps()) {
            Spread expected = estimates.step(phase, step);
            boolean done = false;
            switch (way.step(lane, step.id())) {
                case NotBegun notBegun -> end = end.plus(expected.times(pace));
                case Running run -> {
                    double elapsed = sinceThen(run.startedAt(), now);
                    Spread left = total(run, expected.times(pace)).left(elapsed);
                    running.add(new StepEnd(phase.id(), lane, step.id(), left.from(now), expected.late(elapsed)));
                    end = end.or(left);
                }
                case Done is -> done = true;
            }
            if (!done && endsReturn(phase.pointOfNoReturn(), step)) {
                noReturn = end;
            }
        }
        return new LaneAhead(end, List.copyOf(running), noReturn);
    }

    private static boolean endsReturn(@Nullable PointOfNoReturn point, Script.Step step) {
        return point != null && step.id().equals(point.afterStep());
    }

    /** How long the step takes as a whole: by its progress if that tells, else as expected. */
    private static Spread total(Running run, Spread expected) {
        if (run.percent() == null || run.percentAt() == null || run.percent() < TELLING_PERCENT) {
            return expected;
        }
        double elapsed = sinceThen(run.startedAt(), run.percentAt());
        return elapsed == 0 ? expected : expected.seen(elapsed, Math.min(1, run.percent() / 100));
    }

    private static double sinceThen(Instant then, Instant now) {
        return Math.max(0, Spread.seconds(Duration.between(then, now)));
    }
}
