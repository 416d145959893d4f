package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a gate says, from its criteria alone. */
public enum GateResult {
    /** All criteria are met, fresh, and have been for long enough. */
    GO,
    /** At least one is not met, or not yet for long enough. */
    NO_GO,
    /** None is not met, some are unknown: only a person may pass it, with a reason. */
    INCONCLUSIVE;

    /** The word on the wire and in metrics, kebab-case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
