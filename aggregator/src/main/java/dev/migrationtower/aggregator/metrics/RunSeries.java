package dev.migrationtower.aggregator.metrics;

import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Sight;
import dev.migrationtower.events.View.Window;
import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import io.prometheus.client.GaugeMetricFamily;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The {@code migration_*} series, as the {@link Board} stands. A value that is not known is a series that is not there. */
final class RunSeries extends Collector {
    private final Board board;
    private final Clock clock;
    private final Duration keepFinished;

    RunSeries(Board board, Clock clock, Duration keepFinished) {
        this.board = board;
        this.clock = clock;
        this.keepFinished = keepFinished;
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Families families = new Families();
        Instant now = clock.instant();
        for (Board.Entry entry : board.entries()) {
            RunView run = entry.view();
            if (run != null && !longOver(run, now)) {
                families.add(run, entry.breaches(), now);
                entry.checks().forEach(check -> families.add(check, now));
            }
        }
        return families.all();
    }

    private boolean longOver(RunView run, Instant now) {
        Instant end = run.endedAt();
        return end != null && !end.plus(keepFinished).isAfter(now);
    }

    /** One scrape. */
    private static final class Families {
        private final GaugeMetricFamily info =
                gauge("migration_run_info", "What the run is; always 1", "run", "title", "mode");
        private final GaugeMetricFamily runState =
                gauge("migration_run_state", "1 for the state that the run is in, 0 for the others", "run", "state");
        private final GaugeMetricFamily phaseState = gauge(
                "migration_phase_state",
                "1 for the state that the phase is in, 0 for the others",
                "run",
                "phase",
                "state");
        private final GaugeMetricFamily breachActive = gauge(
                "migration_breach_active", "Expectations held by a passed phase that are broken now", "run", "phase");
        private final CounterMetricFamily breaches = new CounterMetricFamily(
                "migration_breaches",
                "Held expectations that broke, since this instance took over the run",
                List.of("run"));
        private final GaugeMetricFamily window = gauge(
                "migration_window_remaining_seconds",
                "Time until the window of the run closes; negative after it closed",
                "run");
        private final GaugeMetricFamily verdict = gauge(
                "migration_check_verdict",
                "1 for the verdict on what is expected of the check now, 0 for the others",
                "run",
                "check",
                "item",
                "verdict");
        private final GaugeMetricFamily age =
                gauge("migration_check_age_seconds", "Time since the check was last looked at", "run", "check", "item");

        void add(RunView run, long breachesSoFar, Instant now) {
            info.addMetric(List.of(run.run(), run.title().in("en"), run.mode().word()), 1);
            for (RunState state : RunState.values()) {
                runState.addMetric(List.of(run.run(), state.word()), oneIf(state == run.state()));
            }
            for (PhaseView phase : run.phases()) {
                for (PhaseState state : PhaseState.values()) {
                    phaseState.addMetric(List.of(run.run(), phase.id(), state.word()), oneIf(state == phase.state()));
                }
                breachActive.addMetric(List.of(run.run(), phase.id()), phase.breaches());
            }
            breaches.addMetric(List.of(run.run()), breachesSoFar);
            Window promised = run.window();
            if (promised != null && run.endedAt() == null) {
                window.addMetric(List.of(run.run()), seconds(Duration.between(now, promised.closes())));
            }
        }

        void add(CheckView check, Instant now) {
            Verdict stated = check.verdict();
            if (stated != null) {
                for (Verdict one : Verdict.values()) {
                    verdict.addMetric(
                            List.of(check.run(), check.check(), check.item(), one.word()), oneIf(one == stated));
                }
            }
            Sight saw = check.saw();
            if (saw != null) {
                age.addMetric(
                        List.of(check.run(), check.check(), check.item()),
                        seconds(Duration.between(saw.observedAt(), now)));
            }
        }

        List<MetricFamilySamples> all() {
            return List.of(info, runState, phaseState, breachActive, breaches, window, verdict, age);
        }

        private static GaugeMetricFamily gauge(String name, String help, String... labels) {
            return new GaugeMetricFamily(name, help, List.of(labels));
        }

        private static double oneIf(boolean condition) {
            return condition ? 1 : 0;
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1000.0;
        }
    }
}
