package dev.migrationtower.probe.postgres.kit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A running server. Its superuser is {@code postgres}; nobody needs a password. */
public record Instance(int version, int port) {

    /** Address of a database on it. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** A connection; the caller closes it. */
    public Connection connect(String database, String user, String application) throws SQLException {
        return DriverManager.getConnection(url(database) + "?ApplicationName=" + application, user, "");
    }

    /** Runs statements as superuser. */
    public void run(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database, "postgres", "test");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** An empty database of that name and, for all who ask, a role {@code tower} that has {@code pg_monitor} and nothing else. */
    public String database(String name) throws SQLException {
        run(
                "postgres",
                "drop database if exists " + name,
                "create database " + name,
                "do $$ begin create role tower login; exception when duplicate_object then null; end $$",
                "grant pg_monitor to tower");
        return name;
    }
}
