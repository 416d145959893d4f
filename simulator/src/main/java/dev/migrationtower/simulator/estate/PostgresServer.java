package dev.migrationtower.simulator.estate;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.apache.commons.io.FileUtils;

/** A real PostgreSQL server with two databases, full of the tables of the night, which lives as long as this process. */
final class PostgresServer implements AutoCloseable {
    private static final String FIRST = "api";
    private static final String SECOND = "datawarehouse";

    private final EmbeddedPostgres server;
    /** Held, so that its input stays open. */
    private final Process leash;

    private PostgresServer(EmbeddedPostgres server) throws IOException {
        this.server = server;
        this.leash = leash(server.getProcess());
    }

    /**
     * Starts a server on this port and fills it: a few seconds for a million rows.
     *
     * @param folder for its files; what an earlier one left there goes
     */
    static PostgresServer start(Path folder, int port, int rows) throws IOException, SQLException {
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
        PostgresServer started = new PostgresServer(server);
        started.fill(rows);
        return started;
    }

    /** Of the API. */
    Database api() {
        return new Database(server.getPort(), FIRST);
    }

    /** Of the data warehouse; it began as a copy of the other. */
    Database datawarehouse() {
        return new Database(server.getPort(), SECOND);
    }

    @Override
    public void close() throws IOException {
        server.close();
        leash.getOutputStream().close();
    }

    private void fill(int rows) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + FIRST);
            try (Connection first = api().connect("postgres", "estate", "");
                    Statement filling = first.createStatement()) {
                filling.execute(script().replace(":rows", Integer.toString(rows)));
                // what autovacuum would do in the middle of the night
                filling.execute("VACUUM ANALYZE");
            }
            statement.execute("CREATE DATABASE " + SECOND + " TEMPLATE " + FIRST + " STRATEGY FILE_COPY");
        }
    }

    private static String script() throws IOException {
        try (InputStream sql = PostgresServer.class.getResourceAsStream("estate.sql")) {
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
