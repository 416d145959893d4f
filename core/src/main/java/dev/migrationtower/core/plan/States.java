package dev.migrationtower.core.plan;

import dev.migrationtower.core.condition.Condition;
import dev.migrationtower.core.condition.Conditions;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Reads the {@code states} of checks. Large plans say the same of many things; a condition is compiled once.
 *
 * <p>Not thread-safe; one per plan.
 */
final class States {
    private record Asked(ProbeKind kind, Set<String> more) {}

    private final Map<Asked, Conditions> conditions = new HashMap<>();
    private final Map<Conditions, Map<String, Condition>> compiled = new IdentityHashMap<>();

    /**
     * The states of one check.
     *
     * @param names is given the names of all of them, also of those with problems
     * @param kind empty if nobody knows what its probe reads: then the names are all that is read
     * @param more values that the check names itself
     */
    SequencedMap<String, Condition> read(
            Fields states, SequencedSet<String> names, Optional<ProbeKind> kind, Set<String> more) {
        Optional<Conditions> language = kind.map(known -> conditions.computeIfAbsent(
                new Asked(known, more), asked -> asked.kind().conditions(asked.more())));
        SequencedMap<String, Condition> read = new LinkedHashMap<>();
        states.each((key, value) -> {
            String name = Id.read(key);
            names.add(name);
            String condition = value.text();
            if (value.isText()) {
                language.flatMap(known -> compile(known, condition, value)).ifPresent(it -> read.put(name, it));
            }
        });
        if (names.isEmpty()) {
            states.refuse("a check needs at least one state, like `open: \"status == 200\"`");
        }
        return read;
    }

    private Optional<Condition> compile(Conditions language, String text, Value place) {
        Map<String, Condition> known = compiled.computeIfAbsent(language, any -> new HashMap<>());
        Optional<Condition> condition =
                Optional.ofNullable(known.get(text)).or(() -> language.compile(text, place::refuse));
        condition.ifPresent(it -> known.put(text, it));
        return condition;
    }

    /** The names in a condition of what a setting takes out of an answer: {@code values: {used: data.disk.used}}. */
    static Set<String> more(Value with, ProbeKind kind) {
        Set<String> names = new LinkedHashSet<>();
        with.in(kind.more()).keys().forEach(key -> {
            String name = key.word();
            names.add(name);
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                key.refuse("`" + name + "` cannot stand in a condition; write letters, digits and `_`, no digit first");
            }
        });
        return names;
    }
}
