package dev.migrationtower.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person, or a script for one, asks of a run. The aggregator decides; what comes of it is an {@link Event} whose
 * {@code cause} is this id: the wanted one, or {@code command.rejected}.
 *
 * @param id idempotency key: the same id is carried out once
 * @param author who asks
 * @param reason why, in the author's words; some actions demand one
 * @param revision the revision of the run that the author saw; absent: whatever it is now
 * @param from whence the author asks; absent: nobody noted it
 */
public record Command(
        String id,
        String run,
        Instant at,
        String author,
        @Nullable String reason,
        @Nullable Long revision,
        Action action,
        @Nullable Origin from) {}
