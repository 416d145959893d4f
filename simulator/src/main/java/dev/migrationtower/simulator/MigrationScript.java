package dev.migrationtower.simulator;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The script that is run that night: it really turns the ids into bigint, in one session. It says what it does as Pix's script did on
 * 23 July 2022, and knows nothing of the tower.
 */
final class MigrationScript {
    private static final Duration BREATH = Duration.ofSeconds(12);

    private final Database database;
    private final Pace pace;
    private final Consumer<String> say;

    MigrationScript(Database database, Pace pace, Consumer<String> say) {
        this.database = database;
        this.pace = pace;
        this.say = say;
    }

    /** Runs it, start to end. Between two tables it takes a breath: the replicas of a real estate would need it. */
    void run() throws SQLException, InterruptedException {
        try (Connection connection = database.connect("migration", "migration", "");
                Statement statement = connection.createStatement()) {
            alter(
                    statement,
                    "knowledge-elements.answerId",
                    "ALTER TABLE \"knowledge-elements\" ALTER COLUMN \"answerId\" TYPE bigint");
            pace.pause(BREATH);
            alter(statement, "answers.id", "ALTER TABLE answers ALTER COLUMN id TYPE bigint");
            pace.pause(BREATH);
            alter(statement, "answers_id_seq", "ALTER SEQUENCE answers_id_seq AS bigint");
        }
    }

    private void alter(Statement statement, String what, String sql) throws SQLException {
        say.accept("Altering " + what + " type to BIGINT - In progress");
        long begin = System.nanoTime();
        statement.execute(sql);
        double seconds = (System.nanoTime() - begin) / 1e9;
        say.accept(String.format(Locale.ROOT, "Altering %s type to BIGINT - Done (%.1f s)", what, seconds));
    }
}
