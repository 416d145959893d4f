/**
 * Keeps the topology running, whatever Kafka does: {@link dev.migrationtower.aggregator.streams.StreamsKeeper} looks every second
 * and mends what it finds.
 */
@NullMarked
package dev.migrationtower.aggregator.streams;

import org.jspecify.annotations.NullMarked;
