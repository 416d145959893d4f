package dev.migrationtower.probe.postgres.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.kit.Looks;
import dev.migrationtower.probe.postgres.kit.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.postgresql.PGConnection;

/** Every file of SQL, on every version, in the middle of a migration that has locked all there is to lock. */
class EveryQuestionIT {
    private static final List<Integer> VERSIONS = Servers.VERSIONS;
    private static final Path FILES = Path.of("target/classes/dev/migrationtower/probe/postgres/sql");
    private static final Pattern NAME = Pattern.compile("(.+)\\.(\\d+)-(\\d+)\\.sql");
    private static final String[] SCHEMAS = {"", "public"};
    private static final String[] TABLES = {"answers", "ke"};

    /** What is known only once the migration runs. */
    private enum Late {
        PID,
        PIDS,
        TABLE,
        TABLES_BY_OID
    }

    /** What each question is asked with; a new one needs a line here, unless it takes no parameters. */
    private static final Map<String, List<Object>> PARAMETERS = Map.ofEntries(
            Map.entry("barrier", List.of("")),
            Map.entry("sessions", List.of("")),
            Map.entry("columns", List.of(SCHEMAS, TABLES, new String[] {"id", "id"})),
            Map.entry("sequences", List.of(SCHEMAS, new String[] {"answers_id_seq", "gone"})),
            Map.entry("tables", List.of(SCHEMAS, TABLES)),
            Map.entry("statistics", List.of(SCHEMAS, TABLES)),
            Map.entry("room", List.of(SCHEMAS, TABLES)),
            Map.entry("migration", List.of(new String[] {"bigint"}, new String[0], true)),
            Map.entry("blockers", List.of(Late.PIDS, Late.PIDS)),
            Map.entry("waits", List.of(Late.PIDS, Late.PIDS)),
            Map.entry("updates", List.of(new String[] {"bigint"}, new String[0])),
            Map.entry("updated", List.of("answers", "", "")),
            Map.entry("rewrite", List.of(true, new String[0], new String[0])),
            Map.entry("rewrite-files", List.of("2000-01-01T00:00:00Z")),
            Map.entry("rewrite-indexes", List.of(Late.TABLE)),
            Map.entry("rewrite-keys", List.of(Late.TABLE)),
            Map.entry("rewrite-progress", List.of(Late.PID, Late.PID, Late.PID)),
            Map.entry("rewrite-tables", List.of(Late.TABLES_BY_OID)));

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void waitsForNoLockThatAMigrationHolds(int version) throws Exception {
        Instance server = Servers.of(version);
        String database = server.database("every_question");
        server.run(
                database,
                "create table answers (id serial primary key, k int)",
                "create table ke (id bigserial primary key, answer int references answers)",
                "create index on answers (k)",
                "insert into answers (k) select i from generate_series(1, 1000) i",
                "grant select (starelid, staattnum) on pg_catalog.pg_statistic to tower",
                "grant execute on function pg_ls_dir(text), pg_stat_file(text, boolean) to tower");
        try (Connection migration = server.connect(database, "postgres", "bigint");
                Connection probe = Looks.impatient(server, database)) {
            migration.setAutoCommit(false);
            lockEverything(migration);

            Map<Late, Object> known = known(migration);
            assertThat(unanswered(version, probe, known)).isEmpty();
            migration.rollback();
        }
    }

    /** Tables locked against everybody, and a catalogue in which most rows are another transaction's. */
    private static void lockEverything(Connection migration) throws SQLException {
        try (Statement statement = migration.createStatement()) {
            statement.execute("alter table ke alter column answer type bigint");
            statement.execute("alter table answers alter column id type bigint");
            statement.execute("alter sequence answers_id_seq as bigint");
            statement.execute("create table parts (id bigint) partition by range (id)");
            statement.execute(
                    "do $$ begin for i in 1..200 loop execute format('create table parts_%s partition of parts"
                            + " for values from (%s) to (%s)', i, i, i + 1); end loop; end $$");
            statement.execute("lock table answers, ke, parts in access exclusive mode");
            statement.execute("comment on database every_question is 'locked, too'");
        }
    }

    private static List<String> unanswered(int version, Connection probe, Map<Late, Object> known)
            throws IOException, SQLException {
        List<String> failed = new ArrayList<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                assertThat(name.matches())
                        .as("%s is <question>.<from>-<to>.sql", file)
                        .isTrue();
                if (version >= Integer.parseInt(name.group(2)) && version <= Integer.parseInt(name.group(3))) {
                    try {
                        ask(probe, Files.readString(file), parameters(name.group(1), known));
                    } catch (SQLException e) {
                        failed.add(file.getFileName() + ": " + e.getMessage());
                    }
                }
            }
        }
        return failed;
    }

    private static List<Object> parameters(String question, Map<Late, Object> known) {
        return PARAMETERS.getOrDefault(question, List.of()).stream()
                .map(parameter -> parameter instanceof Late late ? known.get(late) : parameter)
                .toList();
    }

    private static void ask(Connection probe, String sql, List<Object> parameters) throws SQLException {
        try (PreparedStatement statement = probe.prepareStatement(sql)) {
            // an older version may be asked less
            for (int i = 0; i < statement.getParameterMetaData().getParameterCount(); i++) {
                switch (parameters.get(i)) {
                    case String[] texts -> statement.setArray(i + 1, probe.createArrayOf("text", texts));
                    case Long[] numbers -> statement.setArray(i + 1, probe.createArrayOf("bigint", numbers));
                    case Object other -> statement.setObject(i + 1, other);
                }
            }
            statement.execute();
        }
    }

    private static Map<Late, Object> known(Connection migration) throws SQLException {
        Long pid = (long) migration.unwrap(PGConnection.class).getBackendPID();
        try (Statement statement = migration.createStatement();
                ResultSet row = statement.executeQuery("select 'answers'::regclass::oid::bigint")) {
            row.next();
            Long table = row.getLong(1);
            return Map.of(
                    Late.PID, pid, Late.PIDS, new Long[] {pid}, Late.TABLE, table, Late.TABLES_BY_OID, new Long[] {table
                    });
        }
    }
}
