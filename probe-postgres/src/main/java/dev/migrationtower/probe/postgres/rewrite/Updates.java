package dev.migrationtower.probe.postgres.rewrite;

import java.time.Instant;

/**
 * What a look saw of a session of the migration that rewrites nothing: perhaps it updates a table, batch by batch.
 *
 * @param at by the server's clock
 * @param query that it executes, or executed last
 * @param active whether it executes it just now
 * @param writers how many sessions of others are in a transaction that wrote something
 * @param blocked whether it waits for a lock
 */
record Updates(Instant at, int pid, String application, String query, boolean active, int writers, boolean blocked) {

    /** The session, for people. */
    String who() {
        return "pid " + pid + " (" + application + ")";
    }

    /**
     * The counters of a table.
     *
     * @param updated rows that were ever updated
     * @param tuples rows that it has; negative, or 0 before PostgreSQL 14: never counted
     */
    record Counter(long updated, long tuples) {}
}
