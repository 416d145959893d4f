package dev.migrationtower.aggregator.metrics;

import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.CounterMetricFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lanes and their steps, in one scrape. */
final class LaneFamilies {
    private static final double WHOLE = 100;

    private final Instant now;
    private final Gauge progress = new Gauge(
            "migration_step_progress_ratio",
            "How far the newest attempt of the step is, 0 to 1; 1 only when it is done",
            "run",
            "lane",
            "step");
    private final Gauge heartbeat = new Gauge(
            "migration_lane_heartbeat_age_seconds",
            "Time since a lane that should be alive last gave a sign of life",
            "run",
            "phase",
            "lane");
    private final CounterMetricFamily unmatched = new CounterMetricFamily(
            "migration_log_unmatched", "Lines of the lane that nobody understood", List.of("run", "phase", "lane"));

    LaneFamilies(Instant now) {
        this.now = now;
    }

    void add(RunView run) {
        for (PhaseView phase : run.phases()) {
            for (LaneView lane : phase.lanes()) {
                lane.steps().forEach(step -> add(run, lane, step));
                Instant aliveAt = lane.aliveAt();
                if (aliveAt != null && shouldBeAlive(lane.state())) {
                    heartbeat.is(Duration.between(aliveAt, now), run.run(), phase.id(), lane.id());
                }
                unmatched.addMetric(List.of(run.run(), phase.id(), lane.id()), lane.unmatched());
            }
        }
    }

    private void add(RunView run, LaneView lane, StepView step) {
        Double percent = step.percent();
        if (step.state() == StepState.DONE) {
            progress.is(1, run.run(), lane.id(), step.id());
        } else if (percent != null) {
            progress.is(percent / WHOLE, run.run(), lane.id(), step.id());
        }
    }

    /** Whoever is done need not give signs; of whom nobody can see it is not known. */
    private static boolean shouldBeAlive(LaneView.State state) {
        return switch (state) {
            case ALIVE, LATE, LOST -> true;
            case PENDING, UNKNOWN, FAILED, FINISHED -> false;
        };
    }

    List<MetricFamilySamples> all() {
        return List.of(progress, heartbeat, unmatched);
    }
}
