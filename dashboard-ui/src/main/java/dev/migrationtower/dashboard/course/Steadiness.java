package dev.migrationtower.dashboard.course;

import dev.migrationtower.events.Text;

/**
 * How often an item of a check changed its mind, over all that was expected of it.
 *
 * @param flips how often it was as expected and then was not
 * @param lost how often it could be seen and then could not
 */
public record Steadiness(String check, String item, Text title, int flips, int lost) {}
