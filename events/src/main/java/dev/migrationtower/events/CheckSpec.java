package dev.migrationtower.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look at, as the aggregator asks the probes to.
 *
 * @param probe the kind of probe that can look: {@code http}, {@code postgres}, ...
 * @param settings what to look at, in the probe's own words (its JSON Schema: {@link ProbeSchema}); no secrets
 * @param interval how often to look
 * @param freshness how long one look counts as evidence
 * @param since for a source of log lines: what was written earlier belongs to another run; absent: it has not started
 * @param version names what is looked at, to be repeated in each {@link Observation}: with another probe or another setting it is
 *     another; absent: none is to be repeated
 */
public record CheckSpec(
        String run,
        String check,
        String item,
        String probe,
        Map<String, Object> settings,
        Duration interval,
        Duration freshness,
        @Nullable Instant since,
        @Nullable String version) {

    public CheckSpec {
        settings = Map.copyOf(settings);
    }

    /** Its key on {@link Topic#CHECKS}. */
    public CheckKey key() {
        return new CheckKey(run, check, item);
    }
}
