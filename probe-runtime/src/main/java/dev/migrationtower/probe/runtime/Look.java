package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one look, before the frame makes an observation of it.
 *
 * @param evidence the vendor's own words; never holds a secret
 * @param nextUpdateSeconds when the source itself will have something newer, if it says so
 */
public record Look(
        Outcome outcome,
        @Nullable Evidence evidence,
        @Nullable Integer nextUpdateSeconds) {

    /** The probe could see. */
    public static Look seen(Map<String, Object> values, Evidence evidence) {
        return new Look(new Outcome.Reading(values), evidence, null);
    }

    /**
     * The probe could not see, which says nothing about the thing itself.
     *
     * @param cause a stable word for machines, kebab-case
     * @param message what happened, where, what to do
     */
    public static Look unobservable(String cause, String message) {
        return new Look(new Outcome.Unobservable(cause, message), null, null);
    }
}
