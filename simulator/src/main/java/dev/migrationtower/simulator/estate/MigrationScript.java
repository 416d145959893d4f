package dev.migrationtower.simulator.estate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The script that is run that night, once for each database: it really turns the ids into bigint, in one session. It says what it does
 * in the words of Pix's script of 23 July 2022, and every second that it is alive, because a one-off container that is silent is
 * stopped. It knows nothing of the tower.
 */
public final class MigrationScript {
    private static final String NAME = "change-answers-id-type-to-bigint-with-downtime.js";
    private static final Duration ALIVE = Duration.ofSeconds(1);

    private final Database database;
    private final Pace pace;
    private final double replicas;
    private final Consumer<String> say;

    /**
     * @param replicas how slow those of this database are, as a factor
     * @param say one line of its log
     */
    public MigrationScript(Database database, Pace pace, double replicas, Consumer<String> say) {
        this.database = database;
        this.pace = pace;
        this.replicas = replicas;
        this.say = say;
    }

    /** Runs it, start to end. */
    public void run() throws SQLException, InterruptedException {
        Thread alive = Thread.ofPlatform().daemon().name("alive").start(this::sayAlive);
        try (Connection connection = database.connect("migration", "migration", "");
                Statement statement = connection.createStatement()) {
            say.accept("Start script " + NAME + "... ");
            alter(
                    statement,
                    "knowledge-elements.answerId",
                    "ALTER TABLE \"knowledge-elements\" ALTER COLUMN \"answerId\" TYPE bigint",
                    Duration.ofSeconds(16));
            alter(
                    statement,
                    "flash-assessment-results.answerId",
                    "ALTER TABLE \"flash-assessment-results\" ALTER COLUMN \"answerId\" TYPE bigint",
                    Duration.ZERO);
            alter(statement, "answers.id", "ALTER TABLE answers ALTER COLUMN id TYPE bigint", Duration.ofSeconds(10));
            alter(statement, "answers_id_seq", "ALTER SEQUENCE answers_id_seq AS bigint", Duration.ZERO);
            say.accept("End script");
        } catch (SQLException e) {
            say.accept(String.valueOf(e.getMessage()));
            throw e;
        } finally {
            alive.interrupt();
        }
    }

    private void sayAlive() {
        try {
            while (true) {
                pace.pause(ALIVE);
                say.accept("alive");
            }
        } catch (InterruptedException e) {
            // the script is over
        }
    }

    /** @param catchUp how long replicas take to follow, which a real estate must wait for; here it is all that is pretended */
    private void alter(Statement statement, String what, String sql, Duration catchUp)
            throws SQLException, InterruptedException {
        say.accept("Altering " + what + " type to BIGINT - In progress");
        statement.execute(sql);
        pace.pause(Duration.ofMillis(Math.round(catchUp.toMillis() * replicas)));
        say.accept("Altering " + what + " type to BIGINT - Done");
    }
}
