package dev.migrationtower.simulator.estate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Tries what the whole night is for: an answer whose id no int can hold. Leaves nothing behind. */
public final class SmokeTest {
    private static final long BEYOND_INT = 3_000_000_000L;
    private static final String INSERT = """
            INSERT INTO answers (id, "challengeId", result, "createdAt")
            VALUES (?, 'smoke', 'ok', now()) RETURNING id
            """;

    private final Database database;

    public SmokeTest(Database database) {
        this.database = database;
    }

    /**
     * The id of the answer as the database gave it back.
     *
     * @throws SQLException if it does not fit, or if somebody holds the table
     */
    public long run() throws SQLException {
        try (Connection connection = database.connect("pix", "smoke-test", "-c lock_timeout=300")) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setLong(1, BEYOND_INT);
                try (ResultSet answer = insert.executeQuery()) {
                    answer.next();
                    return answer.getLong(1);
                }
            } finally {
                connection.rollback();
            }
        }
    }
}
