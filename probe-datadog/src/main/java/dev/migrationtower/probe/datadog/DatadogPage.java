package dev.migrationtower.probe.datadog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of what a search found; a whole one, however short.
 *
 * @param after where the next page begins; however short this one is, the search is over only when this is empty
 * @param at when Datadog answered, by its own clock
 */
record DatadogPage(DatadogSearch search, List<DatadogJson.Log> logs, Optional<String> after, Instant at) {}
