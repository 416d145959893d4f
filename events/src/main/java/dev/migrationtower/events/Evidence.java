package dev.migrationtower.events;

import org.jspecify.annotations.Nullable;

/**
 * What a person would want to see to believe an observation: the vendor's own words, shortened, and where to look oneself. Never
 * holds a secret.
 *
 * @param text a status line, a row, a log line; at most a few hundred characters
 * @param link a console or page that shows the same thing
 */
public record Evidence(String text, @Nullable String link) {}
