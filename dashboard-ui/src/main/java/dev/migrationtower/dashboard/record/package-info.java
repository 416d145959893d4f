/**
 * The record of every run, read from Kafka and kept in memory: the views as they stand now, and the newest events as frames, ready
 * to be sent. One thread writes, any number read.
 */
@NullMarked
package dev.migrationtower.dashboard.record;

import org.jspecify.annotations.NullMarked;
