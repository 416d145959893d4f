package dev.migrationtower.probe.postgres.sessions;

import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.postgres.sql.Migration;
import dev.migrationtower.probe.postgres.sql.Part;
import dev.migrationtower.probe.postgres.sql.Question;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is connected.
 *
 * @param own by which application name the probe knows its own sessions
 * @param database whose sessions; empty: of the one that the datasource leads to
 * @param ignoredApplications whose sessions do not count, by exact name
 * @param ignoredUsers likewise
 * @param hideQueries no text of a query leaves the probe
 */
public record Sessions(
        String own,
        String database,
        Set<String> ignoredApplications,
        Set<String> ignoredUsers,
        Migration migration,
        boolean hideQueries)
        implements Part {
    private static final Question SESSIONS = Question.of("sessions");
    private static final Question BARRIER = Question.of("barrier");
    /** Settings that ask for something else; where none of them stands, it is the sessions that are wanted. */
    private static final Set<String> ELSE = Set.of("columns", "sequences", "tables", "room", "blocking");

    /** @throws WrongSettingException if a setting makes no sense */
    public static Optional<Part> of(Settings settings, String own) {
        boolean wanted =
                settings.flag("sessions") || settings.all().keySet().stream().noneMatch(ELSE::contains);
        Settings ignore = settings.group("ignore");
        Sessions sessions = new Sessions(
                own,
                settings.text("database").orElse(""),
                Set.copyOf(ignore.texts("applications")),
                Set.copyOf(ignore.texts("users")),
                Migration.of(settings),
                settings.flag("hideQueries"));
        return wanted ? Optional.of(sessions) : Optional.empty();
    }

    @Override
    public Findings ask(Server server) throws SQLException {
        List<Barrier> barrier = server.ask(BARRIER, Barrier::of, database);
        if (barrier.isEmpty()) {
            throw new WrongSettingException(
                    "database", "is \"" + database + "\", and the server has none of that name");
        }
        return SessionsReading.of(this, barrier.getFirst(), server.ask(SESSIONS, Group::of, database));
    }
}
