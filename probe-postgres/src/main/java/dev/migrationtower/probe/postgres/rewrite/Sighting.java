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
 * @param databaseBytes of the whole database
 * @param files bytes by number of the file, of files that belong to no relation yet; absent: we may not look
 * @param writers how many other sessions are in a transaction that wrote something
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
        int writers,
        boolean blocked,
        @Nullable String blocker,
        @Nullable Reported reported,
        @Nullable Table table) {

    Sighting {
        unseen = Set.copyOf(unseen);
        seen = List.copyOf(seen);
        files = files == null ? null : new TreeMap<>(files);
    }

    /** @param total 0: not known */
    record Reported(String command, String phase, long done, long total) {}

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

    /** The statement, to tell it from the next one. */
    String statement() {
        return pid + "/" + transactionAt + "/" + statementAt;
    }
}
