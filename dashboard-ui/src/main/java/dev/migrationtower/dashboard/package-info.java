/**
 * Shows runs to people and programs: reads the record that the aggregator writes, keeps it in memory, streams it to browsers, and
 * passes commands on. Decides nothing about a run.
 */
@NullMarked
package dev.migrationtower.dashboard;

import org.jspecify.annotations.NullMarked;
