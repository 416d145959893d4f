package dev.migrationtower.events;

import org.jspecify.annotations.Nullable;

/** Bytes that are not what they should be. Checked, because a record on a topic may come from anybody: count it, put it aside, go on. */
public final class UnreadableException extends Exception {
    public UnreadableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
