/**
 * What blocks: whom the migration waits for, and who waits behind it. {@code Blocking} asks, {@code BlockingReading} makes values of the
 * answer.
 */
@NullMarked
package dev.migrationtower.probe.postgres.blocking;

import org.jspecify.annotations.NullMarked;
