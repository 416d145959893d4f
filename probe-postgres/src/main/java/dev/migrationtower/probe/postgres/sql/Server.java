package dev.migrationtower.probe.postgres.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** A server that answers questions, over a connection that is somebody else's to open and close. For one thread at a time. */
public final class Server {
    private final Connection connection;
    private final int version;
    private final Clock clock;
    private final Map<Object, Remembered> memory = new HashMap<>();

    /** @throws SQLException if the connection is closed */
    public Server(Connection connection, Clock clock) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        // the driver knows it from the hand-shake
        version = connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Of PostgreSQL, such as 17. */
    public int version() {
        return version;
    }

    /** Its process that serves us, as the hand-shake named it; a pooler makes up a number of its own. */
    public int pid() throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    /** What was found when the same was last looked at, unless that is longer ago than the pace allows. */
    public Findings remembered(Object question, Duration pace, Look look) throws SQLException {
        Remembered last = memory.get(question);
        Instant now = clock.instant();
        if (last != null && Duration.between(last.at, now).compareTo(pace) < 0) {
            return last.findings;
        }
        Findings findings = look.look();
        memory.put(question, new Remembered(now, findings));
        return findings;
    }

    /**
     * The rows that come of a question.
     *
     * @param parameters for its question marks; a list becomes an array of text, or of bigint if it is of numbers
     */
    public <T> List<T> ask(Question question, Row<T> row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question.sql(version))) {
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof List<?> list) {
                    String type = !list.isEmpty() && list.getFirst() instanceof Number ? "bigint" : "text";
                    statement.setArray(i + 1, connection.createArrayOf(type, list.toArray()));
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row.of(result));
                }
            }
            return rows;
        }
    }

    /** What is made of a row; must not move on to the next. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Asks what there is to ask. */
    @FunctionalInterface
    public interface Look {
        Findings look() throws SQLException;
    }

    private record Remembered(Instant at, Findings findings) {}
}
