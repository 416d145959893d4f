package dev.migrationtower.core.condition;

import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.UnknownContext;
import dev.migrationtower.events.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition in CEL. A value that was not observed, or is not what the probe declared, is an unknown to CEL: where the answer does
 * not depend on it there is one, else the verdict is unknown. So it is when the reckoning itself fails.
 */
final class CelCondition implements Condition {
    private final String text;
    private final Map<String, ValueType> values;
    private final List<Reference> references;
    private final Map<String, CelAttributePattern> unknowns;
    private final CelRuntime.Program program;

    /** @param values those that the condition refers to, with their types */
    CelCondition(
            String text,
            SequencedMap<String, ValueType> values,
            List<Reference> references,
            CelRuntime.Program program) {
        this.text = text;
        this.values = Map.copyOf(values);
        this.references = List.copyOf(references);
        this.unknowns = values.keySet().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, CelAttributePattern::create));
        this.program = program;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public Set<String> values() {
        return values.keySet();
    }

    @Override
    public Judgement judge(Map<String, Object> observed) {
        Map<String, Object> known = HashMap.newHashMap(values.size());
        List<CelAttributePattern> unknown = new ArrayList<>(values.size());
        values.forEach((name, type) -> {
            Optional<Object> value = Optional.ofNullable(observed.get(name)).flatMap(type::read);
            if (value.isPresent()) {
                known.put(name, value.get());
            } else {
                unknown.add(unknowns.get(name));
            }
        });
        try {
            Object answer = program.advanceEvaluation(
                    UnknownContext.create(name -> Optional.ofNullable(known.get(name)), unknown));
            return new Judgement(verdict(answer), saw(observed, known, null));
        } catch (CelEvaluationException e) {
            return new Judgement(Verdict.UNKNOWN, saw(observed, known, Complaints.atRunTime(e)));
        }
    }

    private static Verdict verdict(Object answer) {
        return switch (answer) {
            case Boolean flag -> flag ? Verdict.MET : Verdict.NOT_MET;
            default -> Verdict.UNKNOWN; // a set of unknowns
        };
    }

    private String saw(Map<String, Object> observed, Map<String, Object> known, @Nullable String failure) {
        Saw saw = new Saw();
        for (Reference reference : references) {
            Object value = known.get(reference.value());
            if (value != null) {
                saw.add(reference.text(), reference.in(value));
            } else if (observed.get(reference.value()) == null) {
                saw.addMissing(reference.value());
            } else {
                saw.addMisfit(reference.value(), observed.get(reference.value()), values.get(reference.value()));
            }
        }
        if (failure != null) {
            saw.addFailure(failure);
        }
        return saw.toString();
    }
}
