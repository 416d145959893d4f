package dev.migrationtower.simulator;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.apache.commons.io.FileUtils;

/** A real PostgreSQL server with the tables of the night, which lives as long as this process. */
final class Database implements AutoCloseable {
    private static final String NAME = "pix";

    private final EmbeddedPostgres server;
    /** Held, so that its input stays open. */
    private final Process leash;

    private Database(EmbeddedPostgres server) throws IOException {
        this.server = server;
        this.leash = leash(server.getProcess());
    }

    /**
     * Starts a server on this port and fills it: a few seconds for a million rows.
     *
     * @param folder for its files; what an earlier one left there goes
     */
    static Database start(Path folder, int port, int rows) throws IOException, SQLException {
        FileUtils.deleteDirectory(folder.toFile());
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "60")
                // no replica: a table that is filled or rewritten need not be written twice
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("max_wal_size", "2GB")
                .start();
        Database database = new Database(server);
        database.fill(rows);
        return database;
    }

    /**
     * A session of this user, seen by the others under this name.
     *
     * @param settings of PostgreSQL for this session: {@code -c name=value ...}, or empty
     */
    Connection connect(String user, String application, String settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("ApplicationName", application);
        // the driver would otherwise set its name late, by a statement
        properties.setProperty("assumeMinServerVersion", "9.0");
        properties.setProperty("options", settings);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME, properties);
    }

    @Override
    public void close() throws IOException {
        server.close();
        leash.getOutputStream().close();
    }

    private void fill(int rows) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + NAME);
        }
        try (Connection connection = connect("postgres", "estate", "");
                Statement statement = connection.createStatement()) {
            statement.execute(script().replace(":rows", Integer.toString(rows)));
            // what autovacuum would do in the middle of the night
            statement.execute("VACUUM ANALYZE");
        }
    }

    private static String script() throws IOException {
        try (InputStream sql = Database.class.getResourceAsStream("estate.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * The server would outlive a killed process of ours. So a shell waits for the end of its input, which the operating system
     * brings about however we end, and stops the server then.
     */
    private static Process leash(Process server) throws IOException {
        String pid = Long.toString(server.pid());
        return new ProcessBuilder("sh", "-c", "trap '' INT TERM; cat >/dev/null; kill -QUIT \"$0\" 2>/dev/null", pid)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
