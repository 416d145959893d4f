package dev.migrationtower.dashboard.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to the tower. One may be several. */
public enum Role {
    /** Sees everything, changes nothing. */
    VIEWER,
    /** Runs the night. */
    OPERATOR,
    /** Says go or no-go. Whom the plan names behind a role is one in its runs, whatever else they are. */
    APPROVER,
    /** Loads plans, and lets screens show runs. */
    ADMIN;

    /** The word in files, in sessions and on the wire. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this word; empty if there is none. */
    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
