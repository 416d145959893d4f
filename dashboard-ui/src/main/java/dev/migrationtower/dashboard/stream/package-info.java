/**
 * Runs, streamed to browsers as server-sent events. A viewer walks through the record of its run by revision, at the pace of its own
 * link: the record is the queue, so that a slow viewer costs nothing and misses nothing without being told.
 */
@NullMarked
package dev.migrationtower.dashboard.stream;

import org.jspecify.annotations.NullMarked;
