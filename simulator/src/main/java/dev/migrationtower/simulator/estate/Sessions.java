package dev.migrationtower.simulator.estate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that applications keep at a database. One after the other is busy with a small query, the others are idle.
 * Thread-safe.
 */
public final class Sessions implements AutoCloseable {
    private static final String QUERY = "SELECT count(*), pg_sleep(0.05) FROM answers WHERE id BETWEEN ? AND ? + 1000";

    private final Database database;
    private final List<String> applications;
    private final Deque<Connection> open = new ArrayDeque<>();
    private int opened;

    /** @param applications who keeps one, in turn */
    Sessions(Database database, List<String> applications) {
        this.database = database;
        this.applications = List.copyOf(applications);
    }

    /** One more. */
    public synchronized void open() throws SQLException {
        String application = applications.get(opened++ % applications.size());
        open.addLast(database.connect("pix", application, ""));
    }

    /** One less: the oldest goes. */
    public synchronized void closeOne() throws SQLException {
        Connection oldest = open.pollFirst();
        if (oldest != null) {
            oldest.close();
        }
    }

    /** How many there are. */
    public synchronized int count() {
        return open.size();
    }

    /** Lets one of them do a little work. */
    synchronized void work() throws SQLException {
        Connection next = next();
        if (next == null) {
            return;
        }
        try (PreparedStatement query = next.prepareStatement(QUERY)) {
            query.setInt(1, opened);
            query.setInt(2, opened);
            query.executeQuery().close();
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        while (!open.isEmpty()) {
            open.removeFirst().close();
        }
    }

    private @Nullable Connection next() {
        Connection first = open.pollFirst();
        if (first != null) {
            open.addLast(first);
        }
        return first;
    }
}
