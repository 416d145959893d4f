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
        Set<String> meanings = meanings(sample.line());
        if (!known.contains(sample.is())) {
            place.refuse("no pattern of the plan is `" + sample.is() + "`" + Suggestion.among(known, sample.is()));
        } else if (!meanings.contains(sample.is())) {
            place.refuse("to the plan, the line is not `" + sample.is() + "` but " + listed(meanings));
        } else if (meanings.size() > 1) {
            meanings.remove(sample.is());
            place.refuse("to the plan, the line is `" + sample.is() + "`, but " + listed(meanings) + ", too");
        }
    }

    private Set<String> known() {
        Set<String> known = scripts.stream()
                .flatMap(List::stream)
                .map(LinePattern::means)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        known.add(LinePattern.UNMATCHED);
        return known;
    }

    /** What the line is to the scripts, and what it is against all reason, too. */
    private Set<String> meanings(String line) {
        Set<String> meanings = new LinkedHashSet<>();
        for (List<LinePattern> patterns : scripts) {
            List<LinePattern> matching =
                    patterns.stream().filter(pattern -> pattern.matches(line)).toList();
            matching.stream()
                    .filter(pattern -> pattern.equals(matching.getFirst()) || pattern.contradicts(matching.getFirst()))
                    .forEach(pattern -> meanings.add(pattern.means()));
        }
        return meanings.isEmpty() ? Set.of(LinePattern.UNMATCHED) : meanings;
    }

    private static String listed(Set<String> meanings) {
        return meanings.stream().map(meaning -> "`" + meaning + "`").collect(Collectors.joining(" and "));
    }
}
