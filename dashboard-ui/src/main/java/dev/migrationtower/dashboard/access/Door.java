package dev.migrationtower.dashboard.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody showed who they are. */
public enum Door {
    /** A name and a password of the users' file. */
    PASSWORD,
    /** The company's own sign-in, OpenID Connect. */
    COMPANY,
    /** A link that works once, as {@code ./tower up} prints it. */
    LINK,
    /** The token of services and scripts. */
    SERVICE,
    /** Not at all: they are on this machine, and it is trusted. */
    THIS_MACHINE;

    /** The word in sessions, in the record and on the wire. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The door of this word; empty if there is none. */
    static Optional<Door> of(String word) {
        return Arrays.stream(values()).filter(door -> door.word().equals(word)).findFirst();
    }
}
