package dev.migrationtower.aggregator.metrics;

import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Level;
import dev.migrationtower.events.ForecastView.Outlook;
import dev.migrationtower.events.ForecastView.Span;
import dev.migrationtower.events.ForecastView.StepEnd;
import dev.migrationtower.events.View.RunView;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What runs are expected to come to, in one scrape. */
final class ForecastFamilies {
    private final Instant now;
    private final Gauge eta = new Gauge(
            "migration_step_eta_seconds",
            "Time until the step will be done: half of the times, and nine times of ten, it takes no longer",
            "run",
            "lane",
            "step",
            "quantile");
    private final Gauge overrun = new Gauge(
            "migration_overrun_expected_seconds",
            "By how much the window is expected to be overrun; 0: it holds",
            "run");
    private final Gauge rollbackDeadline = new Gauge(
            "migration_rollback_deadline_seconds",
            "Time until a rollback will probably not be over when the window closes; negative afterwards",
            "run");

    ForecastFamilies(Instant now) {
        this.now = now;
    }

    void add(RunView run) {
        ForecastView forecast = run.forecast();
        if (forecast == null || run.endedAt() != null) {
            return;
        }
        forecast.steps().forEach(step -> add(run, step));
        Outlook window = forecast.window();
        if (window != null) {
            Long seconds = window.overrunSeconds();
            if (seconds != null) {
                overrun.is(seconds, run.run());
            } else if (window.level() == Level.HOLDS) {
                overrun.is(0, run.run());
            }
        }
        Instant deadline = forecast.rollbackDeadline();
        if (deadline != null) {
            rollbackDeadline.is(Duration.between(now, deadline), run.run());
        }
    }

    private void add(RunView run, StepEnd step) {
        Span end = step.end();
        if (end != null) {
            eta.is(until(end.p50()), run.run(), step.lane(), step.step(), "0.5");
            eta.is(until(end.p90()), run.run(), step.lane(), step.step(), "0.9");
        }
    }

    /** A forecast is some seconds old; what it saw coming may be now, and is never past. */
    private Duration until(Instant end) {
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }

    List<MetricFamilySamples> all() {
        return List.of(eta, overrun, rollbackDeadline);
    }
}
