/**
 * The wire contract: what travels on Kafka, over HTTP and to the browser, as immutable records, and their JSON.
 *
 * <p>Evolution is additive only: a reader ignores fields that it does not know, a writer never renames or removes one. One
 * golden sample per type stands in this module's test resources; a change that breaks a sample breaks a reader somewhere.
 */
@NullMarked
package dev.migrationtower.events;

import org.jspecify.annotations.NullMarked;
