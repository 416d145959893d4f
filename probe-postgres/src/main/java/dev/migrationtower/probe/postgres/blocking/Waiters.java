package dev.migrationtower.probe.postgres.blocking;

import dev.migrationtower.probe.postgres.sql.QueryWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Sessions that wait for the same.
 *
 * @param mine of the migration itself
 * @param relation the table or index they want; empty: something else, such as the end of a transaction
 * @param longest before PostgreSQL 14: since the statement began, which is an upper bound
 */
record Waiters(
        boolean mine, String application, String user, String relation, int count, Duration longest, String query) {

    static Waiters of(ResultSet row) throws SQLException {
        return new Waiters(
                row.getBoolean("mine"),
                QueryWords.line(row.getString("application")),
                QueryWords.line(row.getString("user")),
                QueryWords.line(row.getString("relation")),
                row.getInt("count"),
                Duration.ofMillis(Math.max(0, Math.round(row.getDouble("wait_seconds") * 1_000))),
                Objects.requireNonNullElse(row.getString("query"), ""));
    }

    /** By the names of the probe's schema. */
    Map<String, Object> values(boolean hideQuery) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "application", application,
                "user", user,
                "relation", relation,
                "count", count,
                "longest", longest.toString()));
        if (!hideQuery) {
            values.put("query", QueryWords.of(query));
        }
        return values;
    }
}
