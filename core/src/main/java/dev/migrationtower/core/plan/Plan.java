package dev.migrationtower.core.plan;

import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.Window;
import java.time.ZoneId;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at, and in which order it must come to be so.
 *
 * @param checks by id, in the order of the file
 * @param phases at least one, in order
 */
public record Plan(
        String id,
        Text title,
        ZoneId timezone,
        @Nullable Window window,
        SequencedMap<String, Check> checks,
        List<Phase> phases) {

    public Plan {
        checks = java.util.Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>(checks));
        phases = List.copyOf(phases);
    }

    /**
     * The check of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Check check(String id) {
        Check check = checks.get(id);
        if (check == null) {
            throw new IllegalArgumentException("the plan has no check " + id);
        }
        return check;
    }
}
