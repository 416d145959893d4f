package dev.migrationtower.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a probe saw when it looked once.
 *
 * @param id unique; what it changes names it as {@code cause}
 * @param instance which instance of the probe looked
 * @param observedAt when the look was over, by the probe's clock
 * @param tookMillis how long the look took
 * @param nextUpdateSeconds when the source itself will have something newer, if the source says so; overrides the check's freshness
 * @param specVersion the {@code version} of the {@link CheckSpec} that it answers: a look that was under way, or waited to be sent, when
 *     the plan changed is not taken for an answer to the new one; absent: the probe does not say, and its time has to do
 */
public record Observation(
        String id,
        String run,
        String check,
        String item,
        String probe,
        String instance,
        Instant observedAt,
        long tookMillis,
        @Nullable Integer nextUpdateSeconds,
        Outcome outcome,
        @Nullable Evidence evidence,
        @Nullable String specVersion) {

    /** Which check it belongs to. */
    public CheckKey key() {
        return new CheckKey(run, check, item);
    }
}
