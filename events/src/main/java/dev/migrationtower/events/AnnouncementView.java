package dev.migrationtower.events;

import java.time.Instant;

/**
 * Something that everybody is told.
 *
 * @param id of the command that made it
 */
public record AnnouncementView(String id, Text text, String by, Instant at) {}
