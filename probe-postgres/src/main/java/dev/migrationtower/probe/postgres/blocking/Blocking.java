package dev.migrationtower.probe.postgres.blocking;

import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.postgres.sql.Migration;
import dev.migrationtower.probe.postgres.sql.Part;
import dev.migrationtower.probe.postgres.sql.Question;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the migration waits for, and who waits behind it. The table of locks is read while the migration is there, and what it waits
 * for while it waits; nothing of it more than once a second, however many checks ask.
 *
 * @param hideQueries no text of a query leaves the probe
 */
public record Blocking(Migration migration, boolean hideQueries) implements Part {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final Question MIGRATION = Question.of("migration");
    private static final Question BLOCKERS = Question.of("blockers");
    private static final Question WAITS = Question.of("waits", 14);

    /** @throws dev.migrationtower.probe.runtime.WrongSettingException if a setting makes no sense */
    public static Optional<Part> of(Settings settings) {
        Blocking blocking = new Blocking(Migration.of(settings), settings.flag("hideQueries"));
        return settings.flag("blocking") ? Optional.of(blocking) : Optional.empty();
    }

    @Override
    public Findings ask(Server server) throws SQLException {
        return server.remembered(this, PACE, () -> look(server));
    }

    private Findings look(Server server) throws SQLException {
        List<Own> own = server.ask(
                MIGRATION,
                row -> new Own(row.getInt("pid"), row.getBoolean("waits")),
                migration.applications(),
                migration.users(),
                !migration.known());
        List<Integer> pids = own.stream().map(Own::pid).toList();
        List<Integer> waiting = own.stream().filter(Own::waits).map(Own::pid).toList();
        return BlockingReading.of(
                hideQueries,
                pids.size(),
                waiting.isEmpty() ? List.of() : server.ask(BLOCKERS, Blocker::of, waiting, pids),
                pids.isEmpty() ? List.of() : server.ask(WAITS, Waiters::of, pids, pids));
    }

    private record Own(int pid, boolean waits) {}
}
