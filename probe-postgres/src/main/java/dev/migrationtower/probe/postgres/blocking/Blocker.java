package dev.migrationtower.probe.postgres.blocking;

import dev.migrationtower.probe.postgres.sql.QueryWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A session that stands in the way.
 *
 * @param pid 0: a prepared transaction
 * @param depth 1 blocks the migration, 2 blocks who blocks it, ...
 * @param inState for how long it has been in its state
 */
record Blocker(
        int pid,
        int depth,
        String application,
        String user,
        String address,
        String state,
        Duration inState,
        String query) {

    static Blocker of(ResultSet row) throws SQLException {
        return new Blocker(
                row.getInt("pid"),
                row.getInt("depth"),
                QueryWords.line(row.getString("application")),
                QueryWords.line(row.getString("user")),
                row.getString("address"),
                row.getString("state"),
                Duration.ofMillis(Math.max(0, Math.round(row.getDouble("state_seconds") * 1_000))),
                Objects.requireNonNullElse(row.getString("query"), ""));
    }

    /** By the names of the probe's schema. */
    Map<String, Object> values(boolean hideQuery) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "pid", pid,
                "depth", depth,
                "application", application,
                "user", user,
                "address", address,
                "state", state,
                "inState", inState.toString()));
        if (!hideQuery) {
            values.put("query", QueryWords.of(query));
        }
        return values;
    }

    String words() {
        if (pid == 0) {
            return "a prepared transaction (see pg_prepared_xacts)";
        }
        String who = application.isEmpty() ? user + "@" + address : application;
        return who + ", " + state + " for " + Spans.words(inState) + " (pid " + pid + ")";
    }
}
