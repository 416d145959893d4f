/**
 * The service round the fold: it reads commands and observations, lets {@link dev.migrationtower.core.fold.Fold} decide, and
 * publishes what came of it. {@link dev.migrationtower.aggregator.topology} is what is done with a record, {@link
 * dev.migrationtower.aggregator.streams} keeps that running, {@link dev.migrationtower.aggregator.metrics} shows it.
 */
@NullMarked
package dev.migrationtower.aggregator;

import org.jspecify.annotations.NullMarked;
