package dev.migrationtower.core.forecast;

import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Rollback;
import dev.migrationtower.core.plan.Script;
import dev.migrationtower.events.EarlierRun;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long things are expected to take. What earlier runs took counts more than what the plan says: p50 is the median of their
 * durations, p90 the longest of them or, if that is longer, the median times the declared p90 / p50. Two rehearsals do not know how
 * bad it can be.
 */
final class Estimates {
    private final List<EarlierRun> history;

    Estimates(List<EarlierRun> history) {
        this.history = history;
    }

    Spread step(Phase phase, Script.Step step) {
        return of("step/" + phase.id() + "/" + step.id(), step.estimate());
    }

    /** Nobody records how long a single task took: its end is known, its beginning is not. */
    Spread task(Phase.Task task) {
        return Spread.of(task.estimate());
    }

    /** What is said of the phase itself, whatever its parts. */
    Spread own(Phase phase) {
        return of("phase/" + phase.id(), phase.estimate());
    }

    /** The phase itself; if nothing is said of it, its steps (the same in every lane, side by side) and then its tasks. */
    Spread phase(Phase phase) {
        return phase(phase, 1);
    }

    /**
     * The same at the pace of this run, which counts for what machines do: the steps, or all of a phase that has a script. People are
     * not slower because a database is.
     */
    Spread phase(Phase phase, double pace) {
        Spread own = own(phase);
        Script script = phase.script();
        if (own.known()) {
            return script == null ? own : own.times(pace);
        }
        if (script == null && phase.tasks().isEmpty()) {
            return Spread.UNKNOWN;
        }
        Spread steps = script == null ? Spread.NONE : steps(phase, script.steps());
        return steps.times(pace).plus(tasks(phase.tasks()));
    }

    /** One after the other. */
    Spread steps(Phase phase, List<Script.Step> steps) {
        return steps.stream().map(step -> step(phase, step)).reduce(Spread.NONE, Spread::plus);
    }

    /** One after the other. */
    Spread tasks(List<Phase.Task> tasks) {
        return tasks.stream().map(this::task).reduce(Spread.NONE, Spread::plus);
    }

    /** The whole way back; if nothing is said of it, its phases. */
    Spread rollback(Rollback rollback) {
        Spread own = Spread.of(rollback.estimate());
        return own.known() ? own : rollback.phases().stream().map(this::phase).reduce(Spread.NONE, Spread::plus);
    }

    private Spread of(String key, @Nullable Estimate declared) {
        List<Long> took = history.stream()
                .map(run -> run.seconds().get(key))
                .filter(Objects::nonNull)
                .map(seconds -> Math.max(1, seconds))
                .sorted()
                .toList();
        if (took.isEmpty()) {
            return Spread.of(declared);
        }
        double median = (took.get((took.size() - 1) / 2) + took.get(took.size() / 2)) / 2.0;
        return new Spread(median, Math.max(took.getLast(), median * Spread.range(declared)));
    }
}
