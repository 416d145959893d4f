package dev.migrationtower.probe.postgres.sql;

import java.util.List;
import java.util.Map;

/**
 * What came of a part.
 *
 * @param values by the names of the probe's schema
 * @param words the same for people, for the evidence
 */
public record Findings(Map<String, Object> values, List<String> words) {
    public Findings {
        values = Map.copyOf(values);
        words = List.copyOf(words);
    }
}
