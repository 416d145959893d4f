package dev.migrationtower.core.forecast;

import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.ForecastView.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From one forecast to the next. */
record Change(ForecastView before, ForecastView after, Instant now) {
    /** Seconds: of what is due in many hours, nobody wants to know a smaller move; of what is due soon, one of less. */
    private static final double MUCH = 600;

    private static final double LITTLE = 5;
    private static final double SHARE = 0.05;
    /** Of the time between p50 and p90: a progress told in whole steps makes them go to and fro by this much. */
    private static final double UNSURE = 0.05;
    /** What should be over already moves with every second that passes; the later it is, the less a minute matters. */
    private static final double OVERDUE = 60;

    private static final double SHARE_OF_LATENESS = 0.2;

    boolean worthTelling() {
        Map<String, Span> were = times(before);
        Map<String, Span> are = times(after);
        return !before.ground().equals(after.ground())
                || level(before) != level(after)
                || !Objects.equals(before.rollbackDeadline(), after.rollbackDeadline())
                || !late(before).keySet().equals(late(after).keySet())
                || !were.keySet().equals(are.keySet())
                || were.entrySet().stream().anyMatch(was -> moved(was.getKey(), was.getValue(), are.get(was.getKey())));
    }

    private boolean moved(String name, Span was, @Nullable Span is) {
        double unsure = UNSURE * Spread.seconds(Duration.between(was.p50(), was.p90()));
        double late = SHARE_OF_LATENESS * late(after).getOrDefault(name, 0L);
        double least = Math.max(unsure, late);
        return is == null || moved(was.p50(), is.p50(), least) || moved(was.p90(), is.p90(), least);
    }

    private boolean moved(Instant was, Instant is, double least) {
        double left = Spread.seconds(Duration.between(now, was));
        double enough = left <= 0 ? OVERDUE : Math.clamp(left * SHARE, LITTLE, MUCH);
        return Math.abs(Spread.seconds(Duration.between(was, is))) >= Math.max(enough, least);
    }

    private static @Nullable Level level(ForecastView forecast) {
        return forecast.window() == null ? null : forecast.window().level();
    }

    private static Map<String, Span> times(ForecastView forecast) {
        Map<String, Span> times = new HashMap<>();
        put(times, "end", forecast.end());
        put(times, "point of no return", forecast.pointOfNoReturn());
        forecast.phases().forEach(phase -> put(times, name(phase), phase.end()));
        forecast.steps().forEach(step -> put(times, name(step), step.end()));
        return times;
    }

    private static <T> void put(Map<String, T> known, String name, @Nullable T value) {
        if (value != null) {
            known.put(name, value);
        }
    }

    /** By how many seconds what is late is late. */
    private static Map<String, Long> late(ForecastView forecast) {
        Map<String, Long> late = new HashMap<>();
        forecast.phases().forEach(phase -> put(late, name(phase), phase.lateBySeconds()));
        forecast.steps().forEach(step -> put(late, name(step), step.lateBySeconds()));
        return late;
    }

    private static String name(ForecastView.PhaseEnd phase) {
        return "phase/" + phase.phase();
    }

    private static String name(ForecastView.StepEnd step) {
        return "step/" + step.phase() + "/" + step.lane() + "/" + step.step();
    }
}
