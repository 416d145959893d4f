package dev.migrationtower.core.step;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a lane is watched at a moment.
 *
 * @param since when the phase of its script began; absent: it is not under way, and nobody waits for a sign
 * @param seen whether any of the lane's sources can be seen; if none can, its silence means nothing
 */
public record Watch(@Nullable Instant since, boolean seen, Instant now) {}
