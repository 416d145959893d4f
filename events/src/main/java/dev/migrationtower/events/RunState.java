package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a run stands. */
public enum RunState {
    /** The plan is loaded, its checks are looked at, nothing is expected yet. */
    SCHEDULED,
    IN_PROGRESS,
    COMPLETED,
    ROLLED_BACK,
    ABORTED;

    /** The word on the wire and in metrics, kebab-case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
