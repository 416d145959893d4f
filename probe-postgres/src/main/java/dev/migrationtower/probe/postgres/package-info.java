/**
 * Looks into PostgreSQL: who is connected, and which types columns and sequences have. {@code PostgresSettings} says what to ask of
 * which datasource, {@code PostgresApi} asks, {@code PostgresReading} makes values of the answer, {@code PostgresFailure} words why
 * there is none. The questions themselves are one SQL file each, among the resources. What a phase follows goes another way: {@code
 * rewrite.Rewrite} makes its looks, as it has to remember what it saw.
 */
@NullMarked
package dev.migrationtower.probe.postgres;

import org.jspecify.annotations.NullMarked;
