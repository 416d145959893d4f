package dev.migrationtower.core.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.core.condition.Conditions;
import dev.migrationtower.core.source.Choice;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.ProbeSchema;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A kind of probe, as plans need to know it.
 *
 * @param schema what it can be told and what it reads
 * @param conditions what can be asked of its readings
 */
record ProbeKind(ProbeSchema schema, Conditions conditions) {

    /** Made once: a compiler of conditions takes a while. */
    private static final Map<String, ProbeKind> KNOWN = known();

    private static Map<String, ProbeKind> known() {
        Map<String, ProbeKind> kinds = new TreeMap<>();
        for (String probe : ProbeSchema.known()) {
            ProbeSchema.of(probe).ifPresent(schema -> kinds.put(probe, new ProbeKind(schema, new Conditions(schema))));
        }
        return kinds;
    }

    /** The kind whose name stands here; it is told if there is none. */
    static Choice<ProbeKind> read(Value probe) {
        return probe.choice(KNOWN, ProbeKind::unknown);
    }

    /** The same of those that can follow a script. */
    static Choice<ProbeKind> readFollower(Value probe) {
        Map<String, ProbeKind> followers = new TreeMap<>(KNOWN);
        followers.values().removeIf(kind -> kind.schema.follow().isMissingNode());
        return probe.choice(
                followers,
                name -> KNOWN.containsKey(name)
                        ? "probe `" + name + "` cannot follow a script" + Suggestion.among(followers.keySet(), name)
                        : unknown(name));
    }

    private static String unknown(String name) {
        return "unknown probe `" + name + "`" + Suggestion.among(KNOWN.keySet(), name);
    }

    /** The schema of what a check can tell it. */
    JsonNode settings() {
        return schema.settings();
    }

    /** The setting whose keys are values, too; empty if it has none. */
    String more() {
        return schema.values().path("more").asText("");
    }

    /** What can be asked of its readings when a check takes values under names of its own. */
    Conditions conditions(Set<String> more) {
        return more.isEmpty() ? conditions : new Conditions(schema, more);
    }
}
