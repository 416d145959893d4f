package dev.migrationtower.core.plan;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a script, and what a line is that matches it.
 *
 * @param means as {@link Sample#is} has it
 * @param step the step whose line it is; absent: no step's
 */
record LinePattern(String means, @Nullable String step, Pattern pattern) {
    static final String HEARTBEAT = "heartbeat";
    static final String FAILURE = "failure";
    static final String IGNORED = "ignored";
    static final String UNMATCHED = "unmatched";

    boolean matches(String line) {
        return pattern.matcher(line).find();
    }

    /** Whether both are lines of steps, and of different ones: no line can be both. */
    boolean contradicts(LinePattern other) {
        return step != null && other.step != null && !Objects.equals(step, other.step);
    }

    /** Those of a script; of several that match a line, the first counts: what is exact comes before what is wide. */
    static List<LinePattern> of(Script script) {
        return Stream.of(
                        ofSteps(script, "done", Script.Step::done),
                        ofSteps(script, "progress", Script.Step::progress),
                        ofSteps(script, "start", Script.Step::start),
                        Stream.ofNullable(script.heartbeat()).map(beat -> of(HEARTBEAT, beat.match())),
                        script.ignore().stream().map(pattern -> of(IGNORED, pattern)),
                        Stream.ofNullable(script.failure()).map(pattern -> of(FAILURE, pattern)))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<LinePattern> ofSteps(
            Script script, String what, Function<Script.Step, @Nullable Pattern> which) {
        return script.steps().stream()
                .flatMap(step -> Stream.ofNullable(which.apply(step))
                        .map(pattern -> new LinePattern(step.id() + "." + what, step.id(), pattern)));
    }

    private static LinePattern of(String means, Pattern pattern) {
        return new LinePattern(means, null, pattern);
    }
}
