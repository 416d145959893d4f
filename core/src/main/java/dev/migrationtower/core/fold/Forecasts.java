package dev.migrationtower.core.fold;

import dev.migrationtower.core.forecast.Forecast;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.ForecastView.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the forecast of a run that is under way: worked out anew when something happened that it rests on, and now and then because
 * time passes; told when it moved.
 */
final class Forecasts {
    private static final Duration EVERY = Duration.ofSeconds(30);
    /** How long before the rollback's deadline people are warned. */
    private static final List<Duration> WARNINGS = List.of(Duration.ofHours(1), Duration.ofMinutes(15), Duration.ZERO);

    private final Turn turn;

    Forecasts(Turn turn) {
        this.turn = turn;
    }

    /** When it has to be worked out again; null if it has not. */
    static @Nullable Instant next(RunMemory memory) {
        Instant at = memory.forecastAt();
        return at == null ? null : at.plus(EVERY);
    }

    void settle() {
        if (!turn.inProgress()) {
            return;
        }
        Instant at = turn.memory().forecastAt();
        if (at == null || !turn.now.isBefore(at.plus(EVERY)) || somethingHappened()) {
            workOut(at);
        }
    }

    /** Whether the phases stand otherwise than before: not the counts of a gate, which no forecast rests on. */
    private boolean somethingHappened() {
        for (int i = 0; i < turn.phases().size(); i++) {
            PhaseMemory was = turn.phaseBefore(i);
            PhaseMemory is = turn.phase(i);
            if (was.state() != is.state()
                    || !was.people().tasks().equals(is.people().tasks())
                    || !was.following().shown().equals(is.following().shown())) {
                return true;
            }
        }
        return false;
    }

    private void workOut(@Nullable Instant lastAt) {
        Plan plan = turn.derived.plan;
        ForecastView before = turn.memory().forecast();
        ForecastView after =
                Forecast.of(plan, Situations.of(turn), turn.orders().earlier(), turn.now);
        ForecastView told = before == null || Forecast.changedEnough(before, after, turn.now) ? after : before;
        turn.memory(memory -> memory.with(new RunMemory.Foresight(told, turn.now)));
        if (!told.equals(before)) {
            turn.tellForecast(Forecast.words(after, plan.timezone()));
            warnOfWindow(level(before), after.window());
        }
        warnOfRollback(
                before == null ? null : before.rollbackDeadline(), lastAt, after.rollbackDeadline(), plan.timezone());
    }

    private static @Nullable Level level(@Nullable ForecastView forecast) {
        Outlook window = forecast == null ? null : forecast.window();
        return window == null ? null : window.level();
    }

    private void warnOfWindow(@Nullable Level before, @Nullable Outlook after) {
        if (after == null || after.level() == before || (before == null && after.level() == Level.HOLDS)) {
            return;
        }
        Long overrun = after.overrunSeconds();
        String time = Words.of(Duration.ofSeconds(overrun == null ? 0 : overrun));
        turn.tellRun(
                EventType.WINDOW_WARNING,
                switch (after.level()) {
                    case HOLDS -> "the window will hold after all";
                    case MAY_OVERRUN -> "the window may be overrun by up to " + time;
                    case WILL_OVERRUN -> "the window will probably be overrun by " + time;
                    case OVERRUN -> "the window is closed and the run goes on: it will be late by " + time;
                });
    }

    /** Tells how near the deadline is now, if it has come nearer by a warning: as time passed, or because it is another one. */
    private void warnOfRollback(
            @Nullable Instant before, @Nullable Instant lastAt, @Nullable Instant deadline, ZoneId zone) {
        if (deadline == null || warnings(deadline, turn.now) <= (lastAt == null ? 0 : warnings(before, lastAt))) {
            return;
        }
        Duration left = toTheMinute(Duration.between(turn.now, deadline));
        turn.tellRun(
                EventType.WINDOW_WARNING,
                left.isPositive()
                        ? "if a rollback begins after " + Words.time(deadline, zone) + ", in " + Words.of(left)
                                + ", it will probably not be over when the window closes"
                        : "a rollback begun from now on will probably not be over when the window closes");
    }

    private static Duration toTheMinute(Duration duration) {
        return Duration.ofMinutes(duration.plusSeconds(30).toMinutes());
    }

    /** How many warnings are due of this deadline. */
    private static long warnings(@Nullable Instant deadline, Instant now) {
        return deadline == null
                ? 0
                : WARNINGS.stream()
                        .filter(ahead -> !now.isBefore(deadline.minus(ahead)))
                        .count();
    }
}
