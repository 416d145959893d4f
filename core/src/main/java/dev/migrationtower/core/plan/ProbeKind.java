package dev.migrationtower.core.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.core.condition.Conditions;
import dev.migrationtower.events.ProbeSchema;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A kind of probe, as plans need to know it.
 *
 * @param settings the schema of what it can be told
 * @param conditions what can be asked of its readings
 */
record ProbeKind(JsonNode settings, Conditions conditions) {

    /** Made once: a compiler of conditions takes a while. */
    private static final Map<String, ProbeKind> KNOWN = known();

    private static Map<String, ProbeKind> known() {
        Map<String, ProbeKind> kinds = new TreeMap<>();
        for (String probe : ProbeSchema.known()) {
            ProbeSchema.of(probe)
                    .ifPresent(schema -> kinds.put(probe, new ProbeKind(schema.settings(), new Conditions(schema))));
        }
        return kinds;
    }

    /** The kind of this name; empty if the tower has none. */
    static Optional<ProbeKind> of(String probe) {
        return Optional.ofNullable(KNOWN.get(probe));
    }

    static Set<String> names() {
        return KNOWN.keySet();
    }
}
