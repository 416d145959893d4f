package dev.migrationtower.core.forecast;

import com.google.re2j.Pattern;
import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Phase.PointOfNoReturn;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.Requirement;
import dev.migrationtower.core.plan.Rollback;
import dev.migrationtower.core.plan.Script;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plans as a forecast sees them: durations, and nothing to look at. */
final class Plans {
    static final Instant TEN = Instant.parse("2022-07-23T22:00:00Z");
    static final Window NIGHT = new Window(TEN, Instant.parse("2022-07-24T07:00:00Z"));

    private Plans() {}

    static Plan of(Phase... phases) {
        return of(null, null, phases);
    }

    static Plan of(@Nullable Window window, @Nullable Rollback rollback, Phase... phases) {
        return new Plan(
                "plan",
                Text.of("Plan"),
                null,
                List.of(),
                false,
                ZoneId.of("UTC"),
                window,
                null,
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                List.of(),
                List.of(phases),
                rollback,
                List.of());
    }

    static Phase phase(String id, @Nullable Estimate estimate) {
        return phase(id, estimate, null, null);
    }

    static Phase tasks(String id, Estimate... estimates) {
        List<Phase.Task> tasks = IntStream.range(0, estimates.length)
                .mapToObj(i -> new Phase.Task("task-" + i, null, Text.of("Do"), estimates[i]))
                .toList();
        return new Phase(id, Text.of(id), null, tasks, null, null, gate());
    }

    /** Steps in one lane, {@code main}, and then a task, {@code task-0}. */
    static Phase scriptThenTask(String id, Estimate task, Script.Step... steps) {
        List<Phase.Task> tasks = tasks(id, task).tasks();
        return new Phase(id, Text.of(id), null, tasks, lanes(List.of("main"), steps), null, gate());
    }

    static Phase script(String id, List<String> lanes, Script.Step... steps) {
        return phase(id, null, lanes(lanes, steps), null);
    }

    static Phase script(String id, PointOfNoReturn point, List<String> lanes, Script.Step... steps) {
        return phase(id, null, lanes(lanes, steps), point);
    }

    static Phase phase(
            String id, @Nullable Estimate estimate, @Nullable Script script, @Nullable PointOfNoReturn point) {
        return new Phase(id, Text.of(id), estimate, List.of(), script, point, gate());
    }

    static Script lanes(List<String> ids, Script.Step... steps) {
        List<Script.Lane> lanes =
                ids.stream().map(id -> new Script.Lane(id, null)).toList();
        return new Script(lanes, List.of(), null, null, List.<Pattern>of(), List.of(steps));
    }

    static Script.Step step(String id, @Nullable Estimate estimate) {
        return new Script.Step(id, null, null, null, estimate);
    }

    static Estimate hours(double p50, double p90) {
        return new Estimate(Duration.ofSeconds((long) (p50 * 3600)), Duration.ofSeconds((long) (p90 * 3600)));
    }

    static Estimate minutes(long p50, long p90) {
        return new Estimate(Duration.ofMinutes(p50), Duration.ofMinutes(p90));
    }

    private static Phase.Gate gate() {
        return new Phase.Gate(
                Requirement.AtLeast.all(List.of(new Requirement.TasksDone(List.of()))), Duration.ZERO, null, null);
    }
}
