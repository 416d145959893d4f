package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.catalogue.CatalogueName;
import dev.migrationtower.probe.postgres.rewrite.Sighting.Index;
import dev.migrationtower.probe.postgres.rewrite.Sighting.Others;
import dev.migrationtower.probe.postgres.rewrite.Sighting.Reported;
import dev.migrationtower.probe.postgres.rewrite.Sighting.Table;
import dev.migrationtower.probe.postgres.sql.Migration;
import dev.migrationtower.probe.postgres.sql.Question;
import dev.migrationtower.probe.postgres.sql.Server;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks a server for the session that rewrites something. */
final class RewriteApi {
    private static final Question REWRITE = Question.of("rewrite");
    private static final Question TABLES = Question.of("rewrite-tables");
    private static final Question INDEXES = Question.of("rewrite-indexes");
    private static final Question KEYS = Question.of("rewrite-keys");
    private static final Question FILES = Question.of("rewrite-files");
    private static final Question PROGRESS = Question.of("rewrite-progress", 14);

    private static final Question UPDATES = Question.of("updates");
    private static final Question UPDATED = Question.of("updated");
    private static final Question WRITTEN = Question.of("rows-written", 15);

    /** So often a look is begun anew because one statement ended during it, and the next one began. */
    private static final int TRIES = 3;

    private static final Question SIZE = Question.of("database-size");

    private RewriteApi() {}

    /** What the migration's sessions do that rewrites nothing; empty: none is connected. */
    static Optional<Updates> updates(Server server, Migration migration) throws SQLException {
        return server
                .ask(
                        UPDATES,
                        row -> new Updates(
                                row.getTimestamp("at").toInstant(),
                                row.getInt("pid"),
                                row.getString("application"),
                                row.getString("query"),
                                row.getBoolean("active"),
                                row.getInt("writers"),
                                row.getBoolean("blocked")),
                        migration.applications(),
                        migration.users())
                .stream()
                .findFirst();
    }

    /** Empty: there is no such table. */
    static Optional<Updates.Counter> counter(Server server, CatalogueName table) throws SQLException {
        return server
                .ask(
                        UPDATED,
                        row -> new Updates.Counter(row.getLong("updated"), row.getLong("tuples")),
                        table.relation(),
                        table.schema(),
                        table.schema())
                .stream()
                .findFirst();
    }

    /** How it is while nobody rewrites. */
    static Quiet quiet(Server server) throws SQLException {
        return server.ask(SIZE, row -> new Quiet(row.getTimestamp("at").toInstant(), row.getLong("bytes")))
                .getFirst();
    }

    /**
     * A session that rewrites something.
     *
     * @param held relations that it keeps others from changing
     */
    private record Session(Sighting sighting, boolean mayLookAtFiles, List<Long> held) {}

    /**
     * Empty: nobody rewrites anything, or nobody of the migration, as far as we see.
     *
     * @param statements tell which one of several is under way
     */
    static Optional<Sighting> ask(Server server, Migration migration, Statements statements) throws SQLException {
        Optional<Session> first = session(server, migration);
        for (int i = 0; i < TRIES && first.isPresent(); i++) {
            Sighting seen = first.get().sighting();
            Instant since = first.get().mayLookAtFiles() ? seen.transactionAt() : null;
            SortedMap<Long, Long> files = since == null ? null : files(server, since);
            Optional<Session> then = files == null ? first : session(server, migration);
            if (then.isPresent() && then.get().sighting().sameStatementAs(seen) || i == TRIES - 1) {
                Set<Long> unseen = new TreeSet<>(seen.unseen());
                // A heap that came in between must not be taken for an index: its lock is older than its file.
                then.ifPresent(again -> unseen.addAll(again.sighting().unseen()));
                // the indexes that an ALTER TABLE builds anew are reported now and then, and are not all that it does
                boolean alters = seen.query().strip().toLowerCase(Locale.ROOT).startsWith("alter");
                Reported reported = alters ? null : reported(server, seen.pid());
                List<Long> relations = reported == null || reported.relation() == 0
                        ? first.get().held()
                        : List.of(reported.relation());
                String statement = statements.underWay(seen.with(seen.query(), unseen, files, 0, 0, null, null));
                return Optional.of(seen.with(
                        statement,
                        unseen,
                        files,
                        files == null ? quiet(server).databaseBytes() : 0,
                        files == null ? rowsWritten(server) : 0,
                        reported,
                        table(server, statement, relations)));
            }
            first = then; // the files are those of the statement after it
        }
        return Optional.empty();
    }

    private static Optional<Session> session(Server server, Migration migration) throws SQLException {
        return server
                .ask(REWRITE, RewriteApi::session, !migration.known(), migration.applications(), migration.users())
                .stream()
                .findFirst();
    }

    private static long rowsWritten(Server server) throws SQLException {
        return server.ask(WRITTEN, row -> row.getLong("rows")).getFirst();
    }

    private static @Nullable Reported reported(Server server, int pid) throws SQLException {
        List<Reported> reported = server.ask(
                PROGRESS,
                row -> new Reported(
                        row.getString("command"),
                        row.getString("phase"),
                        row.getLong("done"),
                        row.getLong("total"),
                        row.getLong("relation")),
                Collections.nCopies(server.version() >= 14 ? 3 : 2, pid).toArray());
        return reported.isEmpty() ? null : reported.getFirst();
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                new Sighting(
                        row.getTimestamp("at").toInstant(),
                        row.getInt("pid"),
                        row.getString("application"),
                        row.getString("state"),
                        row.getString("query"),
                        instant(row.getTimestamp("xact_start")),
                        instant(row.getTimestamp("query_start")),
                        new TreeSet<>(numbers(row, "unseen")),
                        numbers(row, "seen"),
                        0,
                        null,
                        new Others(row.getInt("writers"), 0, new TreeSet<>(numbers(row, "others"))),
                        row.getBoolean("blocked"),
                        row.getString("blocker"),
                        null,
                        null),
                row.getBoolean("files"),
                numbers(row, "held"));
    }

    /** The one that the statement names; of an unreadable statement the largest of those that are locked. */
    private static @Nullable Table table(Server server, String query, List<Long> relations) throws SQLException {
        if (relations.isEmpty()) {
            return null;
        }
        List<Table> locked = server.ask(TABLES, RewriteApi::bare, relations);
        List<Table> named = locked.stream()
                .filter(table -> Pattern.compile(
                                "^\\s*alter\\s+table\\s+(if\\s+exists\\s+)?(only\\s+)?(\\S+\\.)?\"?"
                                        + Pattern.quote(table.name()) + "\"?[\\s*]",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(query)
                        .find())
                .toList();
        List<Table> candidates = named.isEmpty() ? locked : named;
        if (candidates.isEmpty()) {
            return null;
        }
        Table table = candidates.getFirst();
        return new Table(
                table.oid(),
                table.name(),
                table.bytes(),
                table.tuples(),
                table.toast(),
                server.ask(
                        INDEXES,
                        row -> new Index(
                                row.getLong("oid"), row.getString("name"), row.getLong("bytes"), texts(row, "columns")),
                        table.oid()),
                server.ask(
                        KEYS,
                        row -> new Sighting.Key(row.getString("name"), row.getLong("tuples"), texts(row, "columns")),
                        table.oid()));
    }

    private static Table bare(ResultSet row) throws SQLException {
        return new Table(
                row.getLong("oid"),
                row.getString("name"),
                row.getLong("bytes"),
                row.getLong("tuples"),
                row.getLong("toast"),
                List.of(),
                List.of());
    }

    private static SortedMap<Long, Long> files(Server server, Instant since) throws SQLException {
        SortedMap<Long, Long> files = new TreeMap<>();
        server.ask(FILES, row -> Map.entry(row.getLong("node"), row.getLong("bytes")), Timestamp.from(since))
                .forEach(file -> files.put(file.getKey(), file.getValue()));
        return files;
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static List<Long> numbers(ResultSet row, String column) throws SQLException {
        return new ArrayList<>(List.of((Long[]) row.getArray(column).getArray()));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
