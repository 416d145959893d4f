package dev.migrationtower.dashboard.course;

import dev.migrationtower.events.WaiverView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody answered for going on without something.
 *
 * @param over when it counted again; absent: it did not
 */
public record Waived(
        String phase, WaiverView waiver, @Nullable Instant over) {}
