package dev.migrationtower.core.forecast;

import dev.migrationtower.core.forecast.Situation.Done;
import dev.migrationtower.core.forecast.Situation.Standing;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Script;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast this run is against what was expected: of the steps that are done, what they took by what their p50 promised. A step
 * counts if it was to last a minute or a twentieth of the path; what a step of ten seconds took says nothing of the night.
 *
 * <p>Kept within {@link #FASTEST} and {@link #SLOWEST}: one step that went wrong, or was empty, must not carry the forecast away.
 */
final class Pace {
    static final double FASTEST = 0.5;
    static final double SLOWEST = 3;

    private static final double LONG_ENOUGH = 60;
    private static final double SHARE_ENOUGH = 0.05;

    private final Estimates estimates;
    private final double enough;
    private double took;
    private double expected;

    private Pace(Estimates estimates, double enough) {
        this.estimates = estimates;
        this.enough = enough;
    }

    /** Above 1 it is slower than expected; null: nothing that counts is done. */
    static @Nullable Double of(List<Phase> path, Situation situation, Estimates estimates) {
        double total = path.stream()
                .map(estimates::phase)
                .filter(Spread::known)
                .mapToDouble(Spread::p50)
                .sum();
        Pace pace = new Pace(estimates, Math.min(LONG_ENOUGH, total * SHARE_ENOUGH));
        path.forEach(phase -> pace.learn(phase, situation.of(phase.id())));
        return pace.expected == 0 ? null : Math.clamp(hundredths(pace.took / pace.expected), FASTEST, SLOWEST);
    }

    private void learn(Phase phase, Standing standing) {
        Script script = phase.script();
        if (script == null) {
            return;
        }
        for (Script.Step step : script.steps()) {
            Spread promised = estimates.step(phase, step);
            if (promised.p50() >= enough) {
                script.lanes().forEach(lane -> {
                    if (standing.step(lane.id(), step.id()) instanceof Done done && done.startedAt() != null) {
                        took += Math.max(0, Spread.seconds(Duration.between(done.startedAt(), done.endedAt())));
                        expected += promised.p50();
                    }
                });
            }
        }
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
