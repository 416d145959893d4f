package dev.migrationtower.core.plan;

import dev.migrationtower.events.Text;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the run, closed by its gate.
 *
 * @param estimate how long it takes; absent: as long as its steps and tasks
 * @param tasks what people do in it
 * @param script what the machine does in it; absent: nothing that could be followed
 * @param pointOfNoReturn after which a rollback means more; absent: not in this phase
 */
public record Phase(
        String id,
        Text title,
        @Nullable Estimate estimate,
        List<Task> tasks,
        @Nullable Script script,
        @Nullable PointOfNoReturn pointOfNoReturn,
        Gate gate) {
    public Phase {
        tasks = List.copyOf(tasks);
    }

    /** The id of the check under which the script of a phase is followed. */
    public static String followedBy(String phase) {
        return phase + ".follow";
    }

    /**
     * How long it takes: its own estimate, else as long as the steps of its script, one after the other and in all lanes side by
     * side, and its tasks; null if nobody estimated any of them.
     */
    public @Nullable Estimate expected() {
        if (estimate != null) {
            return estimate;
        }
        Stream<@Nullable Estimate> steps =
                script == null ? Stream.empty() : script.steps().stream().map(Script.Step::estimate);
        return Stream.concat(steps, tasks.stream().map(Task::estimate))
                .filter(Objects::nonNull)
                .reduce(Estimate::plus)
                .orElse(null);
    }

    /** What of it nobody estimated, by id: some of its steps and tasks, or all of it; nothing where it has an estimate of its own. */
    public Stream<String> unestimated() {
        if (estimate != null) {
            return Stream.empty();
        }
        if (expected() == null) {
            return Stream.of(id);
        }
        return Stream.concat(
                script == null
                        ? Stream.empty()
                        : script.steps().stream()
                                .filter(step -> step.estimate() == null)
                                .map(Script.Step::id),
                tasks.stream().filter(task -> task.estimate() == null).map(Task::id));
    }

    /**
     * What a person does.
     *
     * @param role whose; absent: anybody's
     */
    public record Task(
            String id,
            @Nullable String role,
            Text text,
            @Nullable Estimate estimate) {}

    /** @param afterStep passed once this step is done in any lane; absent: passed when the phase begins */
    public record PointOfNoReturn(
            @Nullable String afterStep, @Nullable Text note) {}

    /**
     * What closes a phase.
     *
     * @param require everything at its top must be so
     * @param sustain how long all of it must have been met
     * @param hold what stays watched afterwards; absent: nothing
     * @param decision who must say go; absent: the gate passes by itself
     */
    public record Gate(
            Requirement.AtLeast require,
            Duration sustain,
            @Nullable Hold hold,
            @Nullable Decision decision) {}

    /**
     * The states that the gate asks for at its top stay expected after it was passed; what stands under an {@code any} or
     * {@code atLeast} does not.
     *
     * @param until the phase at whose start the watching ends
     * @param expecting the state expected meanwhile, instead of the one that was required
     */
    public record Hold(String until, @Nullable String expecting) {}

    /**
     * A person's word.
     *
     * @param role whose word counts; absent: anybody's
     * @param notAuthorOf whoever acted in one of these phases may not approve
     */
    public record Decision(@Nullable String role, int approvals, Text question, List<String> notAuthorOf) {
        public Decision {
            notAuthorOf = List.copyOf(notAuthorOf);
        }
    }
}
