package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a script says of a step when it is asked to say it itself: the last word of a ping's address. */
public enum Signal {
    START,
    ALIVE,
    DONE,
    FAIL;

    /** The word on the wire, lower case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
