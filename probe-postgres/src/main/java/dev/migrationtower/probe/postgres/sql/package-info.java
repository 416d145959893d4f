/**
 * How the probe talks to a server: a {@code Question} is SQL in a file of its own among the resources of this package, in as many
 * wordings as versions of PostgreSQL need; a {@code Server} answers it.
 */
@NullMarked
package dev.migrationtower.probe.postgres.sql;

import org.jspecify.annotations.NullMarked;
