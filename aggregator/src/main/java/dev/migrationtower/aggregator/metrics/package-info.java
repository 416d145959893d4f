/** What a scrape shows: the runs as they stand, and what became of the inputs. */
@NullMarked
package dev.migrationtower.aggregator.metrics;

import org.jspecify.annotations.NullMarked;
