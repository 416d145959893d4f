/**
 * What is done with one record, or with a moment in which none came: {@link dev.migrationtower.aggregator.topology.Inbox} reads
 * it, the fold decides, {@link dev.migrationtower.aggregator.topology.Effects} says what that does to the world, and {@link
 * dev.migrationtower.aggregator.topology.FoldProcessor} does it. Knows Kafka Streams, needs no broker.
 */
@NullMarked
package dev.migrationtower.aggregator.topology;

import org.jspecify.annotations.NullMarked;
