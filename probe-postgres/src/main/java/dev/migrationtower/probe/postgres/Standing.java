package dev.migrationtower.probe.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * Which server answers, and who we are there.
 *
 * @param seesAll whether we see the sessions of others
 * @param pid of the process that answers
 * @param standby whether it replays the WAL of another
 */
record Standing(
        String role, boolean seesAll, int pid, boolean standby, String address, String version, Instant started) {

    static Standing of(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("role"),
                row.getBoolean("sees_all"),
                row.getInt("pid"),
                row.getBoolean("standby"),
                row.getString("address"),
                row.getString("version"),
                row.getTimestamp("started").toInstant());
    }

    /** Whether it is the same server, not started anew since. */
    boolean same(Standing other) {
        return address.equals(other.address) && started.equals(other.started);
    }

    /** By the names of the probe's schema. */
    Map<String, Object> values(Standing first) {
        return Map.of(
                "address", address,
                "version", version,
                "started", started.toString(),
                "standby", standby,
                "moved", !same(first));
    }

    String words() {
        return address + ", PostgreSQL " + version + ", up since " + started;
    }
}
