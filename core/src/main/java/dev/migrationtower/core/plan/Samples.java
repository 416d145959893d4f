package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code samples}, and tries them.
 *
 * @param scripts the patterns of each, the one that counts first
 */
record Samples(List<List<LinePattern>> scripts) {

    /** @param phases those whose scripts write the lines */
    static Samples of(Stream<Phase> phases) {
        return new Samples(phases.flatMap(phase -> Stream.ofNullable(phase.script()))
                .map(LinePattern::of)
                .toList());
    }

    List<Sample> read(Value samples) {
        return samples.items().stream()
                .map(sample -> sample.mapping(this::sample))
                .toList();
    }

    private Sample sample(Fields sample) {
        Value line = sample.required("line");
        Value is = sample.required("is");
        Sample read = new Sample(line.text(), is.word());
        if (line.isText() && is.isWord()) {
            attempt(read, is);
        }
        return read;
    }

    private void attempt(Sample sample, Value place) {
        Set<String> known = known();
        if (!known.contains(sample.is())) {
            place.refuse("no pattern of the plan is `" + sample.is() + "`" + Suggestion.among(known, sample.is()));
        } else if (allPatternsWereRead() && !isSo(sample)) {
            Set<String> meanings = scripts.stream()
                    .flatMap(script -> meanings(script, sample.line()).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            boolean too = meanings.remove(sample.is());
            place.refuse("to the plan, the line is "
                    + (too ? "`" + sample.is() + "`, but " : "not `" + sample.is() + "` but ")
                    + listed(meanings.isEmpty() ? Set.of(LinePattern.UNMATCHED) : meanings)
                    + (too ? ", too" : ""));
        }
    }

    /** Else what a line is cannot be told, and what is wrong was. */
    private boolean allPatternsWereRead() {
        return scripts.stream().flatMap(List::stream).map(LinePattern::pattern).noneMatch(Patterns::isStandIn);
    }

    /** Whether the script that writes such lines takes it for that and nothing else; what none should know, none may. */
    private boolean isSo(Sample sample) {
        return sample.is().equals(LinePattern.UNMATCHED)
                ? scripts.stream()
                        .allMatch(script -> meanings(script, sample.line()).isEmpty())
                : scripts.stream()
                        .anyMatch(script -> meanings(script, sample.line()).equals(Set.of(sample.is())));
    }

    private Set<String> known() {
        Set<String> known = scripts.stream()
                .flatMap(List::stream)
                .map(LinePattern::means)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        known.add(LinePattern.UNMATCHED);
        return known;
    }

    /** What the line is to a script, and what it is against all reason, too; nothing if it is unmatched. */
    private static Set<String> meanings(List<LinePattern> script, String line) {
        List<LinePattern> matching =
                script.stream().filter(pattern -> pattern.matches(line)).toList();
        return matching.stream()
                .filter(pattern -> pattern.equals(matching.getFirst()) || pattern.contradicts(matching.getFirst()))
                .map(LinePattern::means)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String listed(Set<String> meanings) {
        return meanings.stream().map(meaning -> "`" + meaning + "`").collect(Collectors.joining(" and "));
    }
}
