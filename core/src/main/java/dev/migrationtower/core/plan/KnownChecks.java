package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** The checks that there are, also those with problems: what gates, deviations and proposals may refer to. */
final class KnownChecks {
    private record Known(SequencedSet<String> states, Severity severity) {
        /** If none of its states could be read, that was told, and any may be meant. */
        boolean lacks(String state) {
            return !states.isEmpty() && !states.contains(state);
        }
    }

    private final SequencedMap<String, Known> byId = new LinkedHashMap<>();

    void add(String check, SequencedSet<String> states, Severity severity) {
        byId.put(check, new Known(states, severity));
    }

    boolean has(String check) {
        return byId.containsKey(check);
    }

    /** The id of a check that stands here; it is told if there is no such check. */
    String check(Value place) {
        String id = place.word();
        if (place.isWord() && !byId.containsKey(id)) {
            place.refuse("unknown check `" + id + "`" + Suggestion.among(byId.keySet(), id));
        }
        return id;
    }

    /** The name of a state of this check that stands here; it is told if it has no such state. */
    String state(Value place, String check) {
        String state = place.word();
        Known known = byId.get(check);
        if (place.isWord() && known != null && known.lacks(state)) {
            place.refuse("check `" + check + "` has no state `" + state + "`" + Suggestion.among(known.states, state));
        }
        return state;
    }

    /** Whether a gate waits for it; one that there is not is told elsewhere. */
    boolean gates(String check) {
        Known known = byId.get(check);
        return known == null || known.severity == Severity.GATE;
    }
}
