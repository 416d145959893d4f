package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.Outcome;
import java.time.Duration;
import java.util.List;
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
    static final String NO_LOOK = "a ping is told by a script, not seen by a look";

    public Look {
        if (outcome instanceof Outcome.Ping) {
            throw new IllegalArgumentException(NO_LOOK);
        }
    }

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

    /** Lines of a log that are new since the last look, in their order; none is an answer, too. */
    public static Look lines(List<Outcome.LogLine> lines, Evidence evidence) {
        return new Look(new Outcome.LogLines(lines), evidence, null);
    }

    /**
     * The same, said to count until the next one can be had, when that is later than the check's own freshness.
     *
     * @param renewal after how long the source can be asked anew
     */
    public Look renewedAfter(Duration renewal, CheckSpec check) {
        Duration next = renewal.plus(check.interval());
        return next.compareTo(check.freshness()) <= 0
                ? this
                : new Look(outcome, evidence, Math.toIntExact(next.toSeconds() + 1));
    }
}
