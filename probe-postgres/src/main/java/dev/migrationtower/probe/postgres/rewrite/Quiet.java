package dev.migrationtower.probe.postgres.rewrite;

import java.time.Instant;

/**
 * What a look saw while nobody rewrote anything: growth is counted from there.
 *
 * @param at by the server's clock
 * @param databaseBytes of the whole database
 */
record Quiet(Instant at, long databaseBytes) {}
