package dev.migrationtower.probe.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the server told. */
sealed interface PostgresAnswer {

    /** Nothing that could be trusted: the role does not see the sessions of others. */
    record Blind(String role) implements PostgresAnswer {}

    /**
     * @param columns the type by the position of the name that was asked for; none where there is no such column
     * @param sequences likewise
     */
    record Sight(List<Sessions> sessions, Map<Integer, String> columns, Map<Integer, String> sequences)
            implements PostgresAnswer {}

    /**
     * Sessions that have all this in common.
     *
     * @param oldest how long ago the oldest of them connected
     * @param query what the oldest is doing, or did last
     */
    record Sessions(
            String application, String user, String address, String state, int count, Duration oldest, String query) {}
}
