package dev.migrationtower.probe.postgres.rewrite;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a look saw of the session that rewrites something.
 *
 * @param at by the server's clock, as all times here
 * @param transactionAt when its transaction began; absent: hidden from us
 * @param statementAt when its statement, or its last one, began; absent: hidden from us
 * @param unseen relations that it holds exclusively and nobody sees before it commits
 * @param seen likewise, those that everybody sees
 * @param databaseBytes of the whole database; 0: the files tell more
 * @param files bytes by number of the file, of files that belong to no relation yet; absent: we may not look
 * @param others what others do meanwhile
 * @param blocked whether it waits for a lock
 * @param blocker whom it waits for, in words
 * @param reported what the server reports by itself; absent: it does not of such a statement
 * @param table what the statement is about; absent: not known
 */
record Sighting(
        Instant at,
        int pid,
        String application,
        String state,
        String query,
        @Nullable Instant transactionAt,
        @Nullable Instant statementAt,
        Set<Long> unseen,
        List<Long> seen,
        long databaseBytes,
        @Nullable SortedMap<Long, Long> files,
        Others others,
        boolean blocked,
        @Nullable String blocker,
        @Nullable Reported reported,
        @Nullable Table table) {

    Sighting {
        unseen = Set.copyOf(unseen);
        seen = List.copyOf(seen);
        files = files == null ? null : new TreeMap<>(files);
    }

    /**
     * What others do meanwhile.
     *
     * @param writers how many of their sessions are in a transaction that wrote something
     * @param rows how many rows were ever written in the database, by transactions that are over; 0: not known
     * @param unseen relations that they make and nobody sees before they commit
     */
    record Others(int writers, long rows, Set<Long> unseen) {
        Others {
            unseen = Set.copyOf(unseen);
        }
    }

    /**
     * What the server reports by itself.
     *
     * @param total 0: not known
     * @param relation what it is about; 0: not known
     */
    record Reported(String command, String phase, long done, long total, long relation) {
        /** How far it is with that phase; NaN: it is at another one, or does not tell. */
        double share(String label) {
            return phase.equals(label) && total > 0 && done > 0 ? Math.min(0.98, (double) done / total) : Double.NaN;
        }
    }

    /**
     * A table and what hangs on it.
     *
     * @param bytes as the catalogue has it, TOAST included
     * @param tuples likewise; negative: never counted
     * @param toast its TOAST table; 0: none
     */
    record Table(long oid, String name, long bytes, long tuples, long toast, List<Index> indexes, List<Key> keys) {}

    record Index(long oid, String name, long bytes, List<String> columns) {}

    /** @param tuples rows of the table that refers */
    record Key(String name, long tuples, List<String> columns) {}

    /** With what was asked for later. */
    Sighting with(
            String query,
            Set<Long> unseen,
            @Nullable SortedMap<Long, Long> files,
            long databaseBytes,
            long rows,
            @Nullable Reported reported,
            @Nullable Table table) {
        return new Sighting(
                at,
                pid,
                application,
                state,
                query,
                transactionAt,
                statementAt,
                unseen,
                seen,
                databaseBytes,
                files,
                new Others(others.writers(), rows, others.unseen()),
                blocked,
                blocker,
                reported,
                table);
    }

    /** The session, for people. */
    String who() {
        return "pid " + pid + " (" + application + ")";
    }

    /** Whether the statement itself is at work, and not between two of them or committing. */
    boolean working() {
        return state.equals("active") && !query.strip().matches("(?is)(commit|end)\\b.*");
    }

    /** Whether its statement is hidden from us: we may not see what others do. */
    boolean hidden() {
        return statementAt == null;
    }

    boolean sameTransactionAs(Sighting other) {
        return pid == other.pid && Objects.equals(transactionAt, other.transactionAt);
    }

    /** Whether nothing ended between the two. */
    boolean sameStatementAs(Sighting other) {
        return statement().equals(other.statement()) && state.equals(other.state);
    }

    /** The query, to tell it from the next one. */
    String statement() {
        return pid + "/" + transactionAt + "/" + statementAt + "/" + query;
    }
}
