/**
 * Who is still there: the sessions of a database, those that are somebody's by their nature counted apart and named, and what keeps
 * others from coming back. {@code Sessions} asks, {@code SessionsReading} makes values of the answer.
 */
@NullMarked
package dev.migrationtower.probe.postgres.sessions;

import org.jspecify.annotations.NullMarked;
