package dev.migrationtower.core.condition;

import java.util.Map;
import java.util.Set;

/** A question about what was seen, compiled and type-checked; immutable and thread-safe. */
public interface Condition {

    /** As it is written in the plan: {@code status == 503}. */
    String text();

    /** The names of the values that it asks about. */
    Set<String> values();

    /**
     * Answers it.
     *
     * @param values what was read, by name, as {@link dev.migrationtower.events.Outcome.Reading} has them; what is absent is unknown
     */
    Judgement judge(Map<String, Object> values);
}
