package dev.migrationtower.probe.postgres.room;

import dev.migrationtower.probe.postgres.sql.QueryWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who wants our WAL: a replica that replays it, or a slot that keeps it.
 *
 * @param name for people
 * @param active whether somebody is there; a slot that is not active keeps all
 * @param behind bytes of WAL that it has not had
 * @param values by the names of the probe's schema
 */
record Follower(String name, boolean active, long behind, Map<String, Object> values) {

    static Follower replica(ResultSet row) throws SQLException {
        String application = QueryWords.line(row.getString("application"));
        long lag = row.getLong("lag");
        return new Follower(
                "replica " + application,
                true,
                lag,
                Map.of(
                        "application", application,
                        "address", row.getString("address"),
                        "state", row.getString("state"),
                        "sync", row.getString("sync"),
                        "lag", lag));
    }

    static Follower slot(ResultSet row) throws SQLException {
        String name = QueryWords.line(row.getString("name"));
        boolean active = row.getBoolean("active");
        long kept = row.getLong("kept");
        Map<String, Object> values = new TreeMap<>(Map.of("name", name, "active", active, "kept", kept));
        String status = row.getString("status");
        if (status != null) {
            values.put("status", status);
        }
        return new Follower("slot " + name, active, kept, values);
    }

    String words() {
        return name
                + (active ? " is " : " is not active and keeps all WAL, now ")
                + Bytes.words(behind)
                + (active ? " behind" : "");
    }
}
