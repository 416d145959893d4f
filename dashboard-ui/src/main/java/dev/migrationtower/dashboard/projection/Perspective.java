package dev.migrationtower.dashboard.projection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How much of a run somebody sees. */
public enum Perspective {
    /** All of it. */
    OPERATOR,
    /** What a screen in a room shows: each check and its verdict, without people, addresses, SQL, evidence or log lines. */
    WALL,
    /** Where it stands: phases and the forecast, and nothing of what is looked at or who does it. */
    PUBLIC;

    /** The word on the wire. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
