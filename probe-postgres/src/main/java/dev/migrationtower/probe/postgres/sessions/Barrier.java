package dev.migrationtower.probe.postgres.sessions;

import dev.migrationtower.probe.postgres.sql.QueryWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;

/**
 * What keeps others from connecting to a database.
 *
 * @param allowed whether it takes connections at all ({@code ALLOW_CONNECTIONS})
 * @param most how many ({@code CONNECTION LIMIT}, which does not bind superusers); -1: any number
 * @param prepared how many prepared transactions hold their locks there, without a session
 * @param oldest since when the oldest of them has been prepared
 * @param gid the name of the oldest
 */
record Barrier(boolean allowed, int most, int prepared, Duration oldest, String gid) {

    static Barrier of(ResultSet row) throws SQLException {
        return new Barrier(
                row.getBoolean("allowed"),
                row.getInt("most"),
                row.getInt("prepared"),
                Group.seconds(row.getDouble("oldest_seconds")),
                QueryWords.line(Objects.requireNonNullElse(row.getString("gid"), "")));
    }

    /** {@code open}, {@code limited} or {@code closed}. */
    String logins() {
        return !allowed ? "closed" : most < 0 ? "open" : "limited";
    }

    String words() {
        return switch (logins()) {
            case "closed" -> "nobody can connect (ALLOW_CONNECTIONS false)";
            case "limited" -> "CONNECTION LIMIT " + most + ", which does not bind superusers";
            default -> "nothing keeps others from connecting";
        };
    }
}
