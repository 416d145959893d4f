package dev.migrationtower.notifier.notice;

import dev.migrationtower.events.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not well and for which it takes a person.
 *
 * @param key of what: {@code check/<check>/<item>}, {@code lane/<phase>/<lane>}
 * @param title its name for people
 * @param expected of a breach: the condition that no longer holds
 * @param saw of a breach: what was seen instead; of what cannot be seen: why not
 */
public record Trouble(
        String key,
        Kind kind,
        Text title,
        Instant since,
        @Nullable String expected,
        @Nullable String saw) {

    /** Of which kind. */
    public enum Kind {
        /** What a passed gate holds is broken. */
        BREACH,
        /** What a gate asks for has not been seen for long. */
        UNSEEN,
        /** A script is silent for so long that it is taken for dead. */
        LANE_LOST,
        LANE_FAILED,
        /** Nobody has been able to see for long whether a script is alive. */
        LANE_UNSEEN;

        /** Whether it is not known that anything is wrong: it may pass by itself within moments, and is told only if it does not. */
        public boolean isOutOfSight() {
            return this == UNSEEN || this == LANE_UNSEEN;
        }
    }
}
