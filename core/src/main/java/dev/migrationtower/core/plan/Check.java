package dev.migrationtower.core.plan;

import dev.migrationtower.core.condition.Condition;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing looked at, or several of a kind.
 *
 * @param probe the kind of probe that looks
 * @param items at least one; a check without {@code forEach} has one, named as the check
 * @param freshness how long an observation counts, unless its source says otherwise
 * @param breachAfter how long a held expectation must fail before it is breached
 * @param severity what it means for a gate that the check is not as expected
 * @param states by name, in the order of the file; none for what a script is followed by
 */
public record Check(
        String id,
        String probe,
        List<Item> items,
        Duration interval,
        Duration freshness,
        Duration breachAfter,
        Severity severity,
        SequencedMap<String, Condition> states) {

    public Check {
        items = List.copyOf(items);
        states = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(states));
    }

    /**
     * The condition of this state.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Condition state(String name) {
        Condition condition = states.get(name);
        if (condition == null) {
            throw new IllegalArgumentException("check " + id + " has no state " + name);
        }
        return condition;
    }

    /**
     * What a probe is told of one of the items.
     *
     * @param since for what a script is followed by: older lines belong to another run; null: it has not started
     */
    public CheckSpec asked(String run, Item item, @Nullable Instant since) {
        return new CheckSpec(run, id, item.id(), probe, item.settings(), interval, freshness, since, version(item));
    }

    /** Names what a look at the item looks at: with another probe or another setting it is another, in whichever process. */
    public String version(Item item) {
        return Integer.toHexString(Objects.hash(probe, item.settings()));
    }

    /**
     * One of a check's {@code forEach}.
     *
     * @param settings for the probe, with the item's own words put in
     * @param link where a person can see or mend it
     * @param says what people are told, by state; {@link #UNKNOWN} when nothing is known
     */
    public record Item(
            String id,
            Text name,
            Map<String, Object> settings,
            @Nullable String link,
            Map<String, Text> says) {
        /** The key of what is said when nothing is known. */
        public static final String UNKNOWN = "unknown";

        public Item {
            says = Map.copyOf(says);
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }
}
