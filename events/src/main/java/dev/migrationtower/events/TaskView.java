package dev.migrationtower.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person has to do in a phase.
 *
 * @param role whose it is; absent: anybody's
 * @param done who did it; absent: nobody yet
 */
public record TaskView(
        String id,
        @Nullable String role,
        Text text,
        @Nullable DoneBy done) {

    /** @param evidence what shows that it is done: words, a link */
    public record DoneBy(String by, Instant at, @Nullable String evidence) {}
}
