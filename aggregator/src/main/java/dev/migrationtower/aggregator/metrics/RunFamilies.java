package dev.migrationtower.aggregator.metrics;

import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Window;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.CounterMetricFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Runs and their phases, in one scrape. */
final class RunFamilies {
    private final Instant now;
    private final Gauge info = new Gauge("migration_run_info", "What the run is; always 1", "run", "title", "mode");
    private final Gauge runState =
            new Gauge("migration_run_state", "1 for the state that the run is in, 0 for the others", "run", "state");
    private final Gauge phaseState = new Gauge(
            "migration_phase_state", "1 for the state that the phase is in, 0 for the others", "run", "phase", "state");
    private final Gauge breachActive = new Gauge(
            "migration_breach_active", "Expectations held by a passed phase that are broken now", "run", "phase");
    private final CounterMetricFamily breaches = new CounterMetricFamily(
            "migration_breaches",
            "Held expectations that broke, since this instance took over the run",
            List.of("run"));
    private final Gauge waivers = new Gauge(
            "migration_waivers_active", "Criteria that the gate of the phase may pass without", "run", "phase");
    private final Gauge window = new Gauge(
            "migration_window_remaining_seconds",
            "Time until the window of the run closes; negative after it closed",
            "run");

    RunFamilies(Instant now) {
        this.now = now;
    }

    void add(RunView run, long breachesSoFar) {
        info.is(1, run.run(), run.title().in("en"), run.mode().word());
        runState.isOneOf(RunState.values(), run.state(), RunState::word, run.run());
        for (PhaseView phase : run.phases()) {
            phaseState.isOneOf(PhaseState.values(), phase.state(), PhaseState::word, run.run(), phase.id());
            breachActive.is(phase.breaches(), run.run(), phase.id());
            waivers.is(phase.waivers().size(), run.run(), phase.id());
        }
        breaches.addMetric(List.of(run.run()), breachesSoFar);
        Window promised = run.window();
        if (promised != null && run.endedAt() == null) {
            window.is(Duration.between(now, promised.closes()), run.run());
        }
    }

    List<MetricFamilySamples> all() {
        return List.of(info, runState, phaseState, breachActive, breaches, waivers, window);
    }
}
