package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whether the window is as long as what it holds: the phases, one after the other. */
record WindowLint(Value source, Plan plan, Problems warnings) {

    void run() {
        Window window = plan.window();
        if (window == null) {
            return;
        }
        List<String> unknown =
                plan.phases().stream().flatMap(WindowLint::unknown).toList();
        Duration length = Duration.between(window.opens(), window.closes());
        Estimate sum = plan.phases().stream()
                .map(Phase::expected)
                .filter(Objects::nonNull)
                .reduce(new Estimate(Duration.ZERO, Duration.ZERO), Estimate::plus);
        if (sum.p90().compareTo(length) > 0) {
            warn("the window is " + Durations.words(length) + " long, and what it holds takes " + words(sum) + ": "
                    + excess(sum, length) + " too long"
                    + (unknown.isEmpty() ? "" : ", and nothing is counted for " + String.join(", ", unknown)));
        } else if (!unknown.isEmpty()) {
            warn("whether the window is long enough is not known: there is no estimate for "
                    + String.join(", ", unknown));
        }
    }

    /** What of a phase nobody estimated, in words. */
    private static Stream<String> unknown(Phase phase) {
        if (phase.estimate() != null) {
            return Stream.empty();
        }
        if (phase.expected() == null) {
            return Stream.of("phase `" + phase.id() + "`");
        }
        Script script = phase.script();
        Stream<String> steps = script == null
                ? Stream.empty()
                : script.steps().stream()
                        .filter(step -> step.estimate() == null)
                        .map(step -> "step `" + step.id() + "`");
        Stream<String> tasks =
                phase.tasks().stream().filter(task -> task.estimate() == null).map(task -> "task `" + task.id() + "`");
        return Stream.concat(steps, tasks);
    }

    private static String words(Estimate sum) {
        return sum.p50().equals(sum.p90())
                ? Durations.words(sum.p50())
                : Durations.words(sum.p50()) + " (p50) to " + Durations.words(sum.p90()) + " (p90)";
    }

    private static String excess(Estimate sum, Duration length) {
        Duration least = sum.p50().minus(length);
        Duration most = sum.p90().minus(length);
        if (least.compareTo(Duration.ZERO) <= 0) {
            return "up to " + Durations.words(most);
        }
        return least.equals(most) ? Durations.words(most) : Durations.words(least) + " to " + Durations.words(most);
    }

    private void warn(String message) {
        warnings.add(source.key("window").at(), message);
    }
}
