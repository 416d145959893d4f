package dev.migrationtower.simulator;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/** All that is pretended, and the database that is not: three open applications, their sessions, two full tables. */
final class Estate implements AutoCloseable {
    /** How many sessions the applications keep on a normal day. */
    static final int SESSIONS = 12;

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final System.Logger LOG = System.getLogger(Estate.class.getName());

    private final Applications applications = new Applications();
    private final Database database;
    private final Sessions sessions;
    private final Thread work =
            Thread.ofPlatform().daemon().name("sessions-at-work").unstarted(this::work);

    private Estate(Database database) {
        this.database = database;
        this.sessions = new Sessions(database);
    }

    /**
     * Opens it; a few seconds for a million rows.
     *
     * @param folder for the database
     */
    static Estate open(Path folder, int postgresPort, int rows) throws IOException, SQLException {
        Estate estate = new Estate(Database.start(folder, postgresPort, rows));
        for (int i = 0; i < SESSIONS; i++) {
            estate.sessions.open();
        }
        estate.work.start();
        return estate;
    }

    Applications applications() {
        return applications;
    }

    Database database() {
        return database;
    }

    Sessions sessions() {
        return sessions;
    }

    @Override
    public void close() throws IOException, SQLException {
        work.interrupt();
        sessions.close();
        database.close();
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                sessions.work();
            }
        } catch (InterruptedException e) {
            // the estate is closed
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "the applications' sessions stop working", e);
        }
    }
}
