/** Passes what people ask on to the aggregator, and waits for its answer in the record. */
@NullMarked
package dev.migrationtower.dashboard.command;

import org.jspecify.annotations.NullMarked;
