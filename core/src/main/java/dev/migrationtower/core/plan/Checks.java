package dev.migrationtower.core.plan;

import dev.migrationtower.core.condition.Condition;
import dev.migrationtower.core.source.Choice;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Reads {@code checks}.
 *
 * <p>Not thread-safe; one per plan.
 */
final class Checks {
    private final Defaults defaults;
    private final States states = new States();
    private final KnownChecks known = new KnownChecks();

    Checks(Defaults defaults) {
        this.defaults = defaults;
    }

    SequencedMap<String, Check> read(Fields checks) {
        SequencedMap<String, Check> read = new LinkedHashMap<>();
        checks.each((key, value) -> {
            String id = Id.read(key);
            read.put(id, value.mapping(fields -> check(id, fields)));
        });
        if (read.isEmpty()) {
            checks.refuse("a plan needs at least one check");
        }
        return read;
    }

    /** Those that were read. */
    KnownChecks known() {
        return known;
    }

    private Check check(String id, Fields check) {
        Value probe = check.required("probe");
        Choice<ProbeKind> kind = ProbeKind.read(probe);
        Value with = check.optional("with");
        Set<String> more = kind.map(it -> States.more(with, it)).orElse(Set.of());
        Severity severity = check.optional("severity")
                .map(value -> value.oneOf(Severity.class, Severity.GATE))
                .orElse(Severity.GATE);
        SequencedSet<String> stateNames = new LinkedHashSet<>();
        SequencedMap<String, Condition> conditions =
                check.required("states").mapping(fields -> states.read(fields, stateNames, kind.taken(), more));
        known.add(id, stateNames, severity);
        Value link = check.optional("link");
        Value say = check.optional("say");
        List<Words> each = check.optional("forEach").map(Words::ofEach).orElseGet(() -> List.of(Words.ofCheck(id)));
        List<Check.Item> items = each.stream()
                .map(words -> new Check.Item(
                        words.id(),
                        words.name(),
                        kind.map(it -> new Settings(words).read(with, check, it.settings()))
                                .orElse(Map.of()),
                        link.map(value -> Links.href(value, words.fill(value))).orElse(null),
                        says(say, words, stateNames)))
                .toList();
        return new Check(
                id,
                probe.map(Value::text).orElse(""),
                items,
                Defaults.duration(check.optional("interval"), defaults.interval()),
                Defaults.duration(check.optional("freshness"), defaults.freshness()),
                Defaults.durationOrNone(check.optional("breachAfter"), defaults.breachAfter()),
                severity,
                conditions);
    }

    private static Map<String, Text> says(Value say, Words words, Collection<String> states) {
        Map<String, Text> says = new LinkedHashMap<>();
        if (say.present()) {
            SequencedSet<String> known = new LinkedHashSet<>(states);
            known.add(Check.Item.UNKNOWN);
            say.mapping(fields -> {
                fields.each((key, text) -> {
                    String state = key.word();
                    if (!known.contains(state)) {
                        key.refuse("the check has no state `" + state + "`" + Suggestion.among(known, state));
                    }
                    says.put(state, Texts.read(text, words));
                });
                return fields;
            });
        }
        return says;
    }
}
