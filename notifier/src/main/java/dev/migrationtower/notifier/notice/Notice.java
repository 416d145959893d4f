package dev.migrationtower.notifier.notice;

import dev.migrationtower.events.View.RunView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told of a run.
 *
 * @param id the same whenever the record is read again, so that it is told once; {@code <run>/...}
 * @param at when there was reason to tell it, by the clock of the record
 * @param run the run as it stood then
 * @param nextUpdateAt when people are told more at the latest; absent: nobody promised
 */
public record Notice(
        String id,
        Instant at,
        RunView run,
        About about,
        @Nullable Instant nextUpdateAt) {}
