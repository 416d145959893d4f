package dev.migrationtower.core.plan;

import dev.migrationtower.core.condition.Condition;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Reads {@code checks}.
 *
 * <p>Not thread-safe; one per plan.
 */
final class Checks {
    private final Defaults defaults;
    private final SequencedMap<String, Check> read = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedSet<String>> stateNames = new LinkedHashMap<>();

    private final Map<ProbeKind, Map<String, Condition>> compiled = new IdentityHashMap<>();

    Checks(Defaults defaults) {
        this.defaults = defaults;
    }

    SequencedMap<String, Check> read(Fields checks) {
        checks.each((key, value) -> {
            String id = Id.read(key);
            read.put(id, value.mapping(fields -> check(id, fields)));
        });
        if (read.isEmpty()) {
            checks.refuse("a plan needs at least one check");
        }
        return read;
    }

    /** The names of all checks, also of those with problems, each with the names of its states. */
    SequencedMap<String, SequencedSet<String>> stateNames() {
        return stateNames;
    }

    private Check check(String id, Fields check) {
        Value probe = check.required("probe");
        Optional<ProbeKind> kind = probe.map(Checks::kind).flatMap(known -> known);
        List<Words> each = check.optional("forEach").map(Words::ofEach).orElseGet(() -> List.of(Words.ofCheck(id)));
        Value with = check.optional("with");
        Value link = check.optional("link");
        List<Check.Item> items =
                each.stream().map(words -> item(words, check, kind, with, link)).toList();
        SequencedMap<String, Condition> states = check.required("states").mapping(fields -> states(id, fields, kind));
        return new Check(
                id,
                probe.map(Value::text).orElse(""),
                items,
                Defaults.duration(check.optional("interval"), defaults.interval()),
                Defaults.duration(check.optional("freshness"), defaults.freshness()),
                Defaults.duration(check.optional("breachAfter"), defaults.breachAfter()),
                states);
    }

    private static Optional<ProbeKind> kind(Value probe) {
        String name = probe.text();
        Optional<ProbeKind> kind = ProbeKind.of(name);
        if (kind.isEmpty() && !name.isEmpty()) {
            probe.refuse("unknown probe `" + name + "`" + Suggestion.among(ProbeKind.names(), name));
        }
        return kind;
    }

    private static Check.Item item(Words words, Fields check, Optional<ProbeKind> kind, Value with, Value link) {
        return new Check.Item(
                words.id(),
                words.name(),
                kind.map(known -> new Settings(words).read(with, check, known.settings()))
                        .orElse(Map.of()),
                link.map(words::fill).orElse(null));
    }

    private SequencedMap<String, Condition> states(String check, Fields states, Optional<ProbeKind> kind) {
        SequencedMap<String, Condition> conditions = new LinkedHashMap<>();
        SequencedSet<String> names = new LinkedHashSet<>();
        states.each((key, value) -> {
            String name = Id.read(key);
            names.add(name);
            String condition = value.text();
            if (value.isText()) {
                kind.flatMap(known -> compile(known, condition, value)).ifPresent(it -> conditions.put(name, it));
            }
        });
        if (names.isEmpty()) {
            states.refuse("a check needs at least one state, like `open: \"status == 200\"`");
        }
        stateNames.put(check, names);
        return conditions;
    }

    /** Large plans say the same of many things; a condition is compiled once. */
    private Optional<Condition> compile(ProbeKind kind, String text, Value place) {
        Map<String, Condition> known = compiled.computeIfAbsent(kind, any -> new HashMap<>());
        Optional<Condition> condition =
                Optional.ofNullable(known.get(text)).or(() -> kind.conditions().compile(text, place::refuse));
        condition.ifPresent(it -> known.put(text, it));
        return condition;
    }
}
