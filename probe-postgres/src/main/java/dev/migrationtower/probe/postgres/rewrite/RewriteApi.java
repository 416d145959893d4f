package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.rewrite.Sighting.Index;
import dev.migrationtower.probe.postgres.rewrite.Sighting.Reported;
import dev.migrationtower.probe.postgres.rewrite.Sighting.Table;
import dev.migrationtower.probe.postgres.sql.Question;
import dev.migrationtower.probe.postgres.sql.Server;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

    private static final Question SIZE = Question.of("database-size");

    private RewriteApi() {}

    /** How large the database is. */
    static long databaseBytes(Server server) throws SQLException {
        return server.ask(SIZE, row -> row.getLong("bytes")).getFirst();
    }

    private record Session(Sighting sighting, boolean mayLookAtFiles) {}

    /** Empty: nobody rewrites anything, as far as we see. */
    static Optional<Sighting> ask(Server server) throws SQLException {
        List<Session> sessions = server.ask(REWRITE, RewriteApi::session);
        if (sessions.isEmpty()) {
            return Optional.empty();
        }
        Sighting seen = sessions.getFirst().sighting();
        Object[] pids =
                Collections.nCopies(server.version() >= 14 ? 3 : 2, seen.pid()).toArray();
        List<Reported> reported = server.ask(
                PROGRESS,
                row -> new Reported(
                        row.getString("command"), row.getString("phase"), row.getLong("done"), row.getLong("total")),
                pids);
        Instant since = sessions.getFirst().mayLookAtFiles() ? seen.transactionAt() : null;
        SortedMap<Long, Long> files = since == null ? null : files(server, since);
        Set<Long> unseen = new TreeSet<>(seen.unseen());
        if (files != null) {
            // A heap that came in between must not be taken for an index: its lock is older than its file.
            server.ask(REWRITE, RewriteApi::session)
                    .forEach(again -> unseen.addAll(again.sighting().unseen()));
        }
        return Optional.of(new Sighting(
                seen.at(),
                seen.pid(),
                seen.application(),
                seen.state(),
                seen.query(),
                seen.transactionAt(),
                seen.statementAt(),
                unseen,
                seen.seen(),
                seen.databaseBytes(),
                files,
                seen.writers(),
                seen.blocked(),
                seen.blocker(),
                reported.isEmpty() ? null : reported.getFirst(),
                table(server, seen)));
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
                        row.getLong("bytes"),
                        null,
                        row.getInt("writers"),
                        row.getBoolean("blocked"),
                        row.getString("blocker"),
                        null,
                        null),
                row.getBoolean("files"));
    }

    /** The one that the statement names; of an unreadable statement the largest of those that are locked. */
    private static @Nullable Table table(Server server, Sighting seen) throws SQLException {
        if (seen.seen().isEmpty()) {
            return null;
        }
        List<Table> locked = server.ask(TABLES, RewriteApi::bare, seen.seen());
        List<Table> named = locked.stream()
                .filter(table -> Pattern.compile(
                                "^\\s*alter\\s+table\\s+(if\\s+exists\\s+)?(only\\s+)?(\\S+\\.)?\"?"
                                        + Pattern.quote(table.name()) + "\"?[\\s*]",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(seen.query())
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
