package dev.migrationtower.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link by which a screen on a wall may show the run without anybody signing in there. Gone from the run once it is closed.
 *
 * @param id of the command that opened it
 * @param label where it hangs, for people
 * @param until when it ends by itself
 */
public record WallView(String id, @Nullable String label, String by, Instant at, Instant until) {}
