package dev.migrationtower.simulator.estate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What pix-db-stats does on the estate: it measures the databases and writes what it found into the logs, one line for each
 * (github.com/1024pix/pix-db-stats, the event db-metrics). Thread-safe.
 */
public final class Measurements {
    private static final String SERVICE = "pix-db-stats-production";
    private static final long DISK = 4L << 30;
    private static final int MOST_CONNECTIONS = 60;
    /** Connected to another database, so that it is no session of the one that it measures. */
    private static final String MEASURE = """
            SELECT pg_database_size(oid), (SELECT count(*) FROM pg_stat_activity WHERE datid = pg_database.oid)
            FROM pg_database WHERE datname = '%s'
            """;

    private final Map<String, Database> databases;
    private final Map<String, Measured> newest = new ConcurrentHashMap<>();
    private final Logs logs;

    /** What is known of a database, and of the disk that it is on. */
    public record Measured(long bytes, long diskBytes, int sessions, int mostSessions) {}

    /** @param databases by the app that they are of */
    Measurements(Map<String, Database> databases, Logs logs) {
        this.databases = Map.copyOf(databases);
        this.logs = logs;
    }

    /** What was measured last of an app's database. */
    public Measured of(String app) {
        return newest.getOrDefault(app, new Measured(0, DISK, 0, MOST_CONNECTIONS));
    }

    /** Measures once. */
    void measure() throws SQLException {
        for (Map.Entry<String, Database> one : databases.entrySet()) {
            Database elsewhere = new Database(one.getValue().port(), "postgres");
            try (Connection connection = elsewhere.connect("tower", "pix-db-stats", "");
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            MEASURE.formatted(one.getValue().name()))) {
                row.next();
                Measured measured = new Measured(row.getLong(1), DISK, row.getInt(2), MOST_CONNECTIONS);
                newest.put(one.getKey(), measured);
                logs.write("pix-db-stats-production-clock-1", SERVICE, "info", document(one.getKey(), measured));
            }
        }
    }

    /** Measures for as long as it is let. */
    void measureEvery(Duration interval) throws SQLException, InterruptedException {
        while (true) {
            measure();
            Thread.sleep(interval);
        }
    }

    private static Map<String, Object> document(String app, Measured measured) {
        return Map.of(
                "event",
                "db-metrics",
                "app",
                app,
                "database",
                "postgresql",
                "data",
                Map.of(
                        "leader_metrics",
                        Map.of("disk", Map.of("used", measured.bytes(), "total", DISK)),
                        "database_stats",
                        Map.of(
                                "data_size", measured.bytes(),
                                "current_connections", measured.sessions(),
                                "max_connections", MOST_CONNECTIONS)));
    }
}
