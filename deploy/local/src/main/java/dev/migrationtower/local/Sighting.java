package dev.migrationtower.local;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.migrationtower.core.condition.Judgement;
import dev.migrationtower.core.plan.Check;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of one look at one item of a check.
 *
 * @param states the named ones that it is in
 * @param cause why nothing could be seen, for machines
 * @param saw the vendor's own words, or why nothing could be seen and what to do
 * @param values by the names of the probe's schema; empty if nothing could be seen
 * @param age how old the evidence is: since the look, and, where the source says how old it was then, since that
 * @param requests that were made to the vendor for it; none where another look had asked the same; null where nobody counts them
 */
record Sighting(
        String check,
        String item,
        String probe,
        Result result,
        List<String> states,
        @Nullable String cause,
        String saw,
        @Nullable String link,
        Map<String, Object> values,
        @Nullable Duration age,
        @Nullable Long tookMillis,
        @Nullable Integer requests) {
    /** The value by which probes tell how old what they read is. */
    private static final String AGE = "age";

    /** How it went. */
    enum Result {
        /** It was seen, in one of its states or several. */
        IN_STATE,
        /** What a script is followed by can be read. */
        FOLLOWABLE,
        /** It was seen, and none of its states is true of it, as far as it was seen: no expectation of the plan can be met. */
        IN_NO_STATE,
        UNOBSERVABLE;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isFine() {
            return this == IN_STATE || this == FOLLOWABLE;
        }
    }

    /** What was observed, at this time. */
    static Sighting of(Check check, Check.Item item, Observation seen, Instant now) {
        String evidence = seen.evidence() == null ? "" : seen.evidence().text();
        Duration looked = Duration.between(seen.observedAt(), now);
        Sighting sighting = switch (seen.outcome()) {
            case Outcome.Reading reading -> reading(check, item, reading.values(), evidence, looked);
            case Outcome.LogLines lines ->
                of(check, item, Result.FOLLOWABLE, List.of(), null, evidence, Map.of(), looked);
            case Outcome.Unobservable why ->
                of(check, item, Result.UNOBSERVABLE, List.of(), why.cause(), why.message(), Map.of(), looked);
            case Outcome.Ping ping -> throw new IllegalArgumentException("a ping is no look");
        };
        return sighting.with(seen.evidence() == null ? null : seen.evidence().link(), seen.tookMillis(), null);
    }

    /** No observation came. */
    static Sighting none(Check check, Check.Item item, String cause, String why) {
        return of(check, item, Result.UNOBSERVABLE, List.of(), cause, why, Map.of(), null);
    }

    /** The same, and what it cost. */
    Sighting costing(int newRequests) {
        return with(link, tookMillis, newRequests);
    }

    private static Sighting reading(
            Check check, Check.Item item, Map<String, Object> values, String evidence, Duration looked) {
        Duration age = looked.plus(ageIn(values));
        if (check.states().isEmpty()) {
            return of(check, item, Result.FOLLOWABLE, List.of(), null, evidence, values, age);
        }
        SequencedMap<String, Judgement> judgements = new LinkedHashMap<>();
        check.states().forEach((state, condition) -> judgements.put(state, condition.judge(values)));
        List<String> in = judgements.entrySet().stream()
                .filter(judged -> judged.getValue().verdict() == Verdict.MET)
                .map(Map.Entry::getKey)
                .toList();
        if (!in.isEmpty()) {
            return of(check, item, Result.IN_STATE, in, null, evidence, values, age);
        }
        String judged =
                judgements.values().stream().map(Judgement::saw).distinct().collect(Collectors.joining("; "));
        String words = evidence + (evidence.isEmpty() ? "" : ". ") + "None of " + String.join(", ", judgements.keySet())
                + " is true of " + judged;
        return of(check, item, Result.IN_NO_STATE, List.of(), null, words, values, age);
    }

    private static Duration ageIn(Map<String, Object> values) {
        try {
            return values.get(AGE) instanceof String age ? Duration.parse(age) : Duration.ZERO;
        } catch (DateTimeParseException e) {
            return Duration.ZERO; // a value of the plan's own that has this name
        }
    }

    private static Sighting of(
            Check check,
            Check.Item item,
            Result result,
            List<String> states,
            @Nullable String cause,
            String saw,
            Map<String, Object> values,
            @Nullable Duration age) {
        return new Sighting(
                check.id(), item.id(), check.probe(), result, states, cause, saw, null, values, age, null, null);
    }

    private Sighting with(@Nullable String newLink, @Nullable Long newTook, @Nullable Integer newRequests) {
        return new Sighting(check, item, probe, result, states, cause, saw, newLink, values, age, newTook, newRequests);
    }
}
