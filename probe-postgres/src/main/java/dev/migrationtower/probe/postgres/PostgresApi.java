package dev.migrationtower.probe.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Asks a server. */
final class PostgresApi {
    private PostgresApi() {}

    static PostgresAnswer ask(Connection connection, PostgresSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(Question.VISIBILITY.sql())) {
                row.next();
                if (!row.getBoolean("sees_all")) {
                    return new PostgresAnswer.Blind(row.getString("role"));
                }
            }
            return new PostgresAnswer.Sight(
                    sessions(statement),
                    columns(connection, settings.columns()),
                    sequences(connection, settings.sequences()));
        }
    }

    private static List<PostgresAnswer.Sessions> sessions(Statement statement) throws SQLException {
        List<PostgresAnswer.Sessions> sessions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(Question.SESSIONS.sql())) {
            while (row.next()) {
                sessions.add(new PostgresAnswer.Sessions(
                        row.getString("application"),
                        row.getString("user"),
                        row.getString("address"),
                        row.getString("state"),
                        row.getInt("count"),
                        Duration.ofMillis(Math.round(row.getDouble("oldest_seconds") * 1_000)),
                        String.valueOf(row.getString("query"))));
            }
        }
        return sessions;
    }

    private static Map<Integer, String> columns(Connection connection, List<CatalogueName> names) throws SQLException {
        return types(
                connection,
                Question.COLUMNS,
                names,
                List.of(CatalogueName::schema, CatalogueName::relation, CatalogueName::attribute));
    }

    private static Map<Integer, String> sequences(Connection connection, List<CatalogueName> names)
            throws SQLException {
        return types(connection, Question.SEQUENCES, names, List.of(CatalogueName::schema, CatalogueName::relation));
    }

    private static Map<Integer, String> types(
            Connection connection,
            Question question,
            List<CatalogueName> names,
            List<Function<CatalogueName, String>> parameters)
            throws SQLException {
        Map<Integer, String> types = new TreeMap<>();
        if (names.isEmpty()) {
            return types;
        }
        try (PreparedStatement statement = connection.prepareStatement(question.sql())) {
            for (int i = 0; i < parameters.size(); i++) {
                Object[] parts = names.stream().map(parameters.get(i)).toArray();
                statement.setArray(i + 1, connection.createArrayOf("text", parts));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    types.put(row.getInt("position") - 1, row.getString("type"));
                }
            }
        }
        return types;
    }
}
