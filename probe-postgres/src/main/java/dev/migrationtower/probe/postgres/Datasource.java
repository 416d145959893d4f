package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.postgres.sql.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A database, and the one connection that we have to it: opened by the first question, opened anew when it was lost. A migration
 * night counts sessions; we add one, and it says whose it is. Questions wait for each other; thread-safe.
 */
final class Datasource {
    /** By which our own sessions are known, those of other instances too. */
    static final String APPLICATION = "probe-postgres";
    /**
     * It changes nothing and waits for nobody. Said with the hand-shake and not by SET, which a pooler would pass on to whoever gets
     * the server's connection after us.
     */
    private static final String OPTIONS =
            "-c default_transaction_read_only=on -c statement_timeout=3s -c lock_timeout=1s"
                    + " -c idle_in_transaction_session_timeout=5s";

    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 5;
    private static final int ALIVE_SECONDS = 1;

    private final String url;
    private final Properties properties = new Properties();
    private final ReentrantLock turn = new ReentrantLock();
    private final Clock clock;
    private @Nullable Connection connection;
    private @Nullable Server server;

    /**
     * @param name as plans name it
     * @throws IllegalArgumentException if the address is none of PostgreSQL's, naming the key of the configuration
     */
    Datasource(String name, PostgresConfig.Datasource config, Clock clock) {
        this.clock = clock;
        url = config.url();
        if (!new Driver().acceptsURL(url)) {
            // The address itself is not told: it may hold a password.
            throw new IllegalArgumentException("tower.postgres.datasources." + name
                    + ".url must be of the form jdbc:postgresql://host:port/database");
        }
        PGProperty.USER.set(properties, config.user());
        config.password().ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
        PGProperty.APPLICATION_NAME.set(properties, APPLICATION);
        PGProperty.OPTIONS.set(properties, OPTIONS);
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    }

    /** What comes of it when our turn is there. */
    <T> T ask(Ask<T> ask) throws SQLException, InterruptedException {
        if (!turn.tryLock(ANSWER_SECONDS, TimeUnit.SECONDS)) {
            throw new SQLTimeoutException("the looks before this one have not come back");
        }
        try {
            return ask.of(open());
        } catch (SQLException e) {
            close(e);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    private Server open() throws SQLException {
        Connection current = connection;
        if (current != null && server != null) {
            if (current.isValid(ALIVE_SECONDS)) {
                return server;
            }
            connection = null;
            current.close();
        }
        Connection opened =
                Objects.requireNonNull(new Driver().connect(url, properties), "the url was accepted before");
        connection = opened;
        Server answering = new Server(opened, clock);
        server = answering;
        return answering;
    }

    /** Closes what can no longer be trusted; should that fail too, it is told with the first failure. */
    private void close(SQLException failure) {
        Connection broken = connection;
        connection = null;
        try {
            if (broken != null) {
                broken.close();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** A question. */
    @FunctionalInterface
    interface Ask<T> {
        T of(Server server) throws SQLException;
    }
}
