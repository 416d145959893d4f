package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a phase stands. */
public enum PhaseState {
    PENDING,
    ACTIVE,
    /** Its gate says go; a person has not yet. */
    AWAITING_DECISION,
    PASSED,
    SKIPPED,
    FAILED,
    ROLLED_BACK;

    /** The word on the wire and in metrics, kebab-case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
