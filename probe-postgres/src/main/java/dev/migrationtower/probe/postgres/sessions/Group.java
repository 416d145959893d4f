package dev.migrationtower.probe.postgres.sessions;

import dev.migrationtower.probe.postgres.sql.QueryWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sessions that have all this in common.
 *
 * @param type as {@code pg_stat_activity.backend_type} has it
 * @param oldest how long ago the oldest of them connected
 * @param inState for how long one of them has been in this state; absent: the server does not say
 * @param query what the oldest is doing, or did last, as it is
 */
record Group(
        String type,
        String application,
        String user,
        String address,
        String state,
        int count,
        Duration oldest,
        @Nullable Duration inState,
        String query) {

    static Group of(ResultSet row) throws SQLException {
        double stateSeconds = row.getDouble("state_seconds");
        boolean stateless = row.wasNull() || stateSeconds < 0;
        return new Group(
                String.valueOf(row.getString("type")),
                QueryWords.line(String.valueOf(row.getString("application"))),
                QueryWords.line(String.valueOf(row.getString("user"))),
                String.valueOf(row.getString("address")),
                String.valueOf(row.getString("state")),
                row.getInt("count"),
                seconds(row.getDouble("oldest_seconds")),
                stateless ? null : seconds(stateSeconds),
                Objects.requireNonNullElse(row.getString("query"), ""));
    }

    static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    /** By the names of the probe's schema. */
    Map<String, Object> values(boolean hideQuery) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "application", application,
                "user", user,
                "address", address,
                "state", state,
                "count", count,
                "oldest", oldest.toString()));
        if (inState != null) {
            values.put("inState", inState.toString());
        }
        if (!hideQuery) {
            values.put("query", QueryWords.of(query));
        }
        return values;
    }

    /** For people. */
    String words() {
        return count + " " + (application.isEmpty() ? "without a name" : application) + " (" + user + "@" + address
                + ", " + state + ")";
    }
}
