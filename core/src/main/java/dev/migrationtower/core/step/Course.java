package dev.migrationtower.core.step;

import static java.util.Comparator.comparing;

import dev.migrationtower.core.plan.Script;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * How the steps of a script went in one lane: its signs, taken one after the other.
 *
 * @param attempts the newest of every step, in the order of the script
 * @param failure that of the lane itself: something failed while no step ran, and nothing began or ended since
 */
record Course(
        SequencedMap<String, Attempt> attempts, @Nullable Sign failure) {

    static Course of(Script script, Signs signs) {
        SequencedMap<String, Attempt> attempts = new LinkedHashMap<>();
        script.steps().forEach(step -> attempts.put(step.id(), Attempt.NONE));
        Sign failure = null;
        for (Sign sign : signs.withoutEchoes()) {
            Optional<String> step = stepOf(sign, attempts);
            boolean turned = step.isPresent() && turns(attempts, step.get(), sign);
            failure = switch (sign.kind()) {
                case PROGRESS, MEASURE -> failure;
                case FAIL -> step.isPresent() || failure != null || failed(attempts.values()) ? failure : sign;
                case START, DONE -> turned && later(sign, failure) ? null : failure;
            };
        }
        return new Course(attempts, failure);
    }

    /** Takes the sign of the step; whether it changed anything. */
    private static boolean turns(SequencedMap<String, Attempt> attempts, String step, Sign sign) {
        Attempt before = attempts.getOrDefault(step, Attempt.NONE);
        Attempt after = before.after(sign);
        attempts.replace(step, after);
        return !after.equals(before);
    }

    private static boolean later(Sign sign, @Nullable Sign failure) {
        return failure != null && sign.writtenAt().isAfter(failure.writtenAt());
    }

    /** Which step a sign is about; a step that the plan no longer has is none. */
    private static Optional<String> stepOf(Sign sign, SequencedMap<String, Attempt> attempts) {
        return switch (sign.kind()) {
            case START, PROGRESS, DONE ->
                sign.steps().stream().filter(attempts::containsKey).findFirst();
            case FAIL ->
                sign.steps().isEmpty()
                        ? newest(attempts.entrySet().stream()
                                .filter(it -> it.getValue().state() == StepState.RUNNING)
                                .toList())
                        : sign.steps().stream().filter(attempts::containsKey).findFirst();
            case MEASURE ->
                newest(attempts.entrySet().stream()
                        .filter(it -> sign.steps().contains(it.getKey()))
                        .toList());
        };
    }

    /** The step that began last; of two at once the later one of the script. */
    private static Optional<String> newest(List<Map.Entry<String, Attempt>> steps) {
        return steps.reversed().stream()
                .filter(step -> step.getValue().opening() != null)
                .max(comparing(step -> began(step.getValue())))
                .map(Map.Entry::getKey);
    }

    private static Instant began(Attempt attempt) {
        return attempt.opening() == null ? Instant.MIN : attempt.opening().writtenAt();
    }

    private static boolean failed(Collection<Attempt> attempts) {
        return attempts.stream().anyMatch(attempt -> attempt.state() == StepState.FAILED);
    }

    /** Whether something failed, and nobody tried again. */
    boolean failed() {
        return failure != null || failed(attempts.values());
    }

    /** Whether every step is done. */
    boolean finished() {
        return attempts.values().stream().allMatch(attempt -> attempt.state() == StepState.DONE);
    }

    List<StepView> views() {
        return attempts.entrySet().stream()
                .map(step -> step.getValue().view(step.getKey()))
                .toList();
    }
}
