package dev.migrationtower.core.forecast;

import dev.migrationtower.core.forecast.Situation.LeftOut;
import dev.migrationtower.core.forecast.Situation.Over;
import dev.migrationtower.core.forecast.Situation.Pending;
import dev.migrationtower.core.forecast.Situation.UnderWay;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.Rollback;
import dev.migrationtower.events.EarlierRun;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Ground;
import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.ForecastView.Outlook;
import dev.migrationtower.events.ForecastView.PhaseEnd;
import dev.migrationtower.events.ForecastView.Span;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a run will be over. The model, from the inside out:
 *
 * <ul>
 *   <li>What is declared or was measured gives each step, task and phase a p50 and a p90 ({@link Estimates}).
 *   <li>Each is taken for lognormal, and for what is under way, cut off at the time already worked ({@link Spread#left}); a step that
 *       tells its progress is forecast by that ({@link Spread#seen}).
 *   <li>What machines do goes at the pace of this run ({@link Pace}).
 *   <li>Steps follow one another in their lane, lanes run side by side, tasks come after them, phases one after the other; p50 and p90
 *       are added up apart, as a slow night is slow throughout ({@link Spread#plus}).
 *   <li>Time waited for people is no work, and nobody forecasts it: a phase that waits for a decision ends now.
 *   <li>Where nobody said how long something takes, it and all that comes after it is unknown.
 * </ul>
 */
public final class Forecast {
    private Forecast() {}

    /**
     * The forecast of a run that has begun and is not over.
     *
     * @param history what earlier runs of the plan took
     */
    public static ForecastView of(Plan plan, Situation situation, List<EarlierRun> history, Instant now) {
        Estimates estimates = new Estimates(history);
        Rollback rollback = plan.rollback();
        Rollback back = situation.rollback() ? rollback : null;
        List<Phase> path = back == null ? plan.phases() : back.phases();
        Double pace = Pace.of(path, situation, estimates);
        List<PhaseAhead> ahead = ahead(path, situation, estimates, pace == null ? 1 : pace, now);

        Spread left = ahead.isEmpty() ? Spread.NONE : ahead.getLast().end();
        if (back != null && !left.known()) {
            left = Spread.of(back.estimate()).left(worked(path, situation, now));
        }
        Span end = left.from(now);
        Window window = plan.window();
        return new ForecastView(
                situation.revision(),
                end,
                ahead.stream().map(phase -> phaseEnd(phase, now)).toList(),
                ahead.stream().flatMap(phase -> phase.steps().stream()).toList(),
                new Ground(taught(history), pace, missing(ahead)),
                window == null ? null : outlook(window.closes(), end, now),
                window == null || rollback == null || back != null
                        ? null
                        : deadline(window, estimates.rollback(rollback)),
                noReturn(ahead, now));
    }

    /** The forecast in an English sentence, for the reason of an event: {@code end between 06:10 and 07:40; 2 earlier runs, ...}. */
    public static String words(ForecastView forecast, ZoneId zone) {
        return ForecastWords.of(forecast, zone);
    }

    /**
     * Whether people should be told: a time moved by 5 % of what is left until then, at most by 10 minutes, but not by less than 5 % of
     * the time between p50 and p90, nor of what is late by less than a fifth of its lateness; one came, went or began to be late; the
     * ground, the rollback deadline or the level of the window's outlook is another.
     *
     * @param before what they were told last; absent: nothing yet
     */
    public static boolean changedEnough(@Nullable ForecastView before, ForecastView after, Instant now) {
        return before == null || new Change(before, after, now).worthTelling();
    }

    private static List<PhaseAhead> ahead(
            List<Phase> path, Situation situation, Estimates estimates, double pace, Instant now) {
        List<PhaseAhead> ahead = new ArrayList<>();
        Spread begin = Spread.NONE;
        for (Phase phase : path) {
            switch (situation.of(phase.id())) {
                case Pending pending -> ahead.add(PhaseAhead.pending(phase, begin, estimates, pace));
                case UnderWay way -> ahead.add(PhaseAhead.underWay(phase, way, begin, estimates, pace, now));
                case Over over -> {}
                case LeftOut leftOut -> {}
            }
            begin = ahead.isEmpty() ? begin : ahead.getLast().end();
        }
        return ahead;
    }

    private static double worked(List<Phase> path, Situation situation, Instant now) {
        return Spread.seconds(
                path.stream().map(phase -> situation.of(phase.id()).worked(now)).reduce(Duration.ZERO, Duration::plus));
    }

    private static PhaseEnd phaseEnd(PhaseAhead ahead, Instant now) {
        return new PhaseEnd(ahead.phase(), ahead.end().from(now), ahead.lateBySeconds());
    }

    private static int taught(List<EarlierRun> history) {
        return (int) history.stream().filter(run -> !run.seconds().isEmpty()).count();
    }

    private static List<String> missing(List<PhaseAhead> ahead) {
        return ahead.stream()
                .filter(phase -> !phase.ground())
                .map(PhaseAhead::phase)
                .toList();
    }

    private static @Nullable Outlook outlook(Instant closes, @Nullable Span end, Instant now) {
        if (now.isAfter(closes)) {
            return overrun(Level.OVERRUN, closes, end == null ? now : end.p50());
        }
        if (end == null) {
            return null;
        }
        if (end.p50().isAfter(closes)) {
            return overrun(Level.WILL_OVERRUN, closes, end.p50());
        }
        return end.p90().isAfter(closes)
                ? overrun(Level.MAY_OVERRUN, closes, end.p90())
                : new Outlook(Level.HOLDS, null);
    }

    private static Outlook overrun(Level level, Instant closes, Instant end) {
        return new Outlook(level, Duration.between(closes, end).toSeconds());
    }

    /** A rollback that begins then is over when the window closes, nine times of ten. */
    private static @Nullable Instant deadline(Window window, Spread rollback) {
        return rollback.known() ? window.closes().minusSeconds((long) Math.ceil(rollback.p90())) : null;
    }

    /** The first that is not passed. */
    private static @Nullable Span noReturn(List<PhaseAhead> ahead, Instant now) {
        return ahead.stream()
                .map(PhaseAhead::noReturn)
                .filter(Objects::nonNull)
                .findFirst()
                .map(point -> point.from(now))
                .orElse(null);
    }
}
