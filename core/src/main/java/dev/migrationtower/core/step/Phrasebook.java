package dev.migrationtower.core.step;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.migrationtower.core.plan.Script;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a script mean. A line with several meanings has the first of these:
 *
 * <ol>
 *   <li>a step's own line: it was written for the tower, so {@code Deleting error rows - Done} is no failure, though {@code (?i)error} is.
 *       Of these done, then progress, then start: patterns match anywhere, and that of the start is often the beginning of the others;
 *   <li>the heartbeat, as exact as a step's line;
 *   <li>what the plan ignores: it is how an author says that {@code 0 errors} is no failure;
 *   <li>the failure pattern, which is wide on purpose;
 *   <li>none: unmatched.
 * </ol>
 */
record Phrasebook(Script script) {
    /** How much of a line is read, in characters. */
    static final int READ_OF_A_LINE = 2_000;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,15})?");

    /** The meaning that counts. */
    Meaning meaningOf(String line) {
        return meaningsOf(line).findFirst().orElseGet(Meaning.Unmatched::new);
    }

    /** All meanings, the one that counts first; empty: unmatched. */
    Stream<Meaning> meaningsOf(String line) {
        String text = line.substring(0, Math.min(line.length(), READ_OF_A_LINE));
        Script.Heartbeat heartbeat = script.heartbeat();
        return Stream.<Stream<? extends Meaning>>of(
                        saidBy(Script.Step::done, text).map(step -> new Meaning.Finished(step.id())),
                        saidBy(Script.Step::progress, text).flatMap(step -> progressed(step, text)),
                        saidBy(Script.Step::start, text).map(step -> new Meaning.Started(step.id())),
                        Stream.of(new Meaning.Alive())
                                .filter(it -> heartbeat != null && finds(heartbeat.match(), text)),
                        Stream.of(new Meaning.Ignored())
                                .filter(it -> script.ignore().stream().anyMatch(pattern -> finds(pattern, text))),
                        Stream.of(new Meaning.Failed(null)).filter(it -> finds(script.failure(), text)))
                .flatMap(Function.identity());
    }

    private Stream<Script.Step> saidBy(Function<Script.Step, @Nullable Pattern> line, String text) {
        return script.steps().stream().filter(step -> finds(line.apply(step), text));
    }

    private static boolean finds(@Nullable Pattern pattern, String text) {
        return pattern != null && pattern.matcher(text).find();
    }

    /** Empty if its numbers cannot be read: a progress that broke is shown as a line nobody understood, not passed over. */
    private static Stream<Meaning.Progressed> progressed(Script.Step step, String text) {
        Pattern pattern = step.progress();
        if (pattern == null) {
            return Stream.empty();
        }
        Matcher line = pattern.matcher(text);
        return line.find()
                ? percent(line).map(percent -> new Meaning.Progressed(step.id(), percent)).stream()
                : Stream.empty();
    }

    private static Optional<Double> percent(Matcher line) {
        return number(line, "percent")
                .or(() -> number(line, "total")
                        .filter(total -> total > 0)
                        .flatMap(total -> number(line, "done").map(done -> 100 * done / total)));
    }

    private static Optional<Double> number(Matcher line, String group) {
        return Optional.of(group)
                .filter(line.pattern().namedGroups()::containsKey)
                .map(line::group)
                .filter(NUMBER::matches)
                .map(Double::valueOf);
    }
}
