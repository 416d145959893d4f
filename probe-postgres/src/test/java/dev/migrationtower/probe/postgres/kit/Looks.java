package dev.migrationtower.probe.postgres.kit;

import dev.migrationtower.probe.postgres.sql.Server;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;

/** Connections as the probe has them, but with no patience at all: whatever waits for a lock fails. */
public final class Looks {
    private Looks() {}

    /** A server as the role {@code tower} sees it; the caller closes the connection. */
    public static Server server(Connection connection) throws SQLException {
        return new Server(connection, Clock.systemUTC());
    }

    /** A connection of {@code tower}, on which one millisecond of waiting for a lock is too much. */
    public static Connection impatient(Instance instance, String database) throws SQLException {
        return DriverManager.getConnection(
                instance.url(database) + "?ApplicationName=probe-postgres"
                        + "&options=-c%20lock_timeout=1ms%20-c%20default_transaction_read_only=on",
                "tower",
                "");
    }
}
