package dev.migrationtower.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a gate may pass without one of its criteria.
 *
 * @param criterion {@code check/<check>}, {@code check/<check>/<item>}, {@code task/<task>} or {@code step/<lane>/<step>}
 * @param until when it counts again; absent: not before the waiver is taken back
 */
public record WaiverView(
        String criterion,
        String by,
        Instant at,
        String reason,
        @Nullable Instant until) {}
