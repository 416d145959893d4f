package dev.migrationtower.simulator.estate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** One of the databases of the estate's PostgreSQL. */
public record Database(int port, String name) {

    /**
     * A session of this user, seen by the others under this name.
     *
     * @param settings of PostgreSQL for this session: {@code -c name=value ...}, or empty
     */
    public Connection connect(String user, String application, String settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("ApplicationName", application);
        // the driver would otherwise set its name late, by a statement
        properties.setProperty("assumeMinServerVersion", "9.0");
        properties.setProperty("options", settings);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, properties);
    }
}
