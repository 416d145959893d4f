package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a run is for. */
public enum RunMode {
    /** The night itself. */
    PRODUCTION,
    /** The whole plan on a copy. */
    REHEARSAL,
    /** A pretend estate; the demo. */
    SIMULATION;

    /** The word on the wire and in metrics, kebab-case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
