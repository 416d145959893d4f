package dev.migrationtower.probe.postgres.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A server that answers questions, over a connection that is somebody else's to open and close. For one thread at a time. */
public final class Server {
    private final Connection connection;
    private final int version;

    /** @throws SQLException if the connection is closed */
    public Server(Connection connection) throws SQLException {
        this.connection = connection;
        // the driver knows it from the hand-shake
        version = connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Of PostgreSQL, such as 17. */
    public int version() {
        return version;
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
}
