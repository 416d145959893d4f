package dev.migrationtower.probe.postgres;

import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.kit.Servers;
import dev.migrationtower.probe.postgres.sql.Question;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.kit.Contract;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real PostgreSQL, in the middle of a migration. */
class PostgresProbeIT {
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Instance SERVER = Servers.of(17);
    private static PostgresProbe probe;

    record Source(String url, String user, Optional<String> password) implements PostgresConfig.Datasource {}

    @BeforeAll
    static void start() throws Exception {
        SERVER.database("probe");
        run(
                "create table answers (id serial primary key, value text)",
                "create table \"knowledge-elements\" (id bigint primary key, \"answerId\" integer)",
                "create schema old",
                "create table old.answers (id numeric(10,2))",
                "create role blind login",
                "create role application login superuser");
        probe = new PostgresProbe(
                Map.of(
                        "api", source(url(), "tower"),
                        "blind", source(url(), "blind"),
                        "stranger", source(url(), "nobody"),
                        "elsewhere", source("jdbc:postgresql://localhost:" + SERVER.port() + "/nowhere", "tower"),
                        "refused", source("jdbc:postgresql://127.0.0.1:" + unusedPort() + "/postgres", "tower"),
                        "nameless", source("jdbc:postgresql://no-such-host.invalid/postgres", "tower")),
                THREADS);
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
    }

    @Test
    void sessionsOfOthersAreCountedAndOurOwnAreShownApart() throws Exception {
        int before = sessions(Map.of("datasource", "api"));
        try (Connection one = connect("pix-api");
                Connection two = connect("pix-db-stats")) {
            Map<String, Object> all = Contract.reading("postgres", look(Map.of("datasource", "api")));
            Map<String, Object> without = Contract.reading(
                    "postgres",
                    look(Map.of("datasource", "api", "ignore", Map.of("applications", List.of("pix-db-stats")))));

            assertThat(all)
                    .containsEntry("sessions", before + 2)
                    .containsEntry("own", 1)
                    .containsEntry("ignored", 0);
            assertThat(without)
                    .containsEntry("sessions", before + 1)
                    .containsEntry("own", 1)
                    .containsEntry("ignored", 1);
            assertThat(all.get("who").toString()).contains("application=pix-api", "user=application", "state=idle");
            assertThat(one.isValid(1) && two.isValid(1)).isTrue();
        }
    }

    @Test
    void typesAreReadFromTheCatalogueWithoutAPrivilegeOnTheTable() throws Exception {
        Map<String, Object> values = Contract.reading(
                "postgres",
                look(Map.of(
                        "datasource", "api",
                        "columns",
                                List.of(
                                        "answers.id",
                                        "knowledge-elements.answerId",
                                        "old.answers.id",
                                        "answers.gone",
                                        "gone.id"),
                        "sequences", List.of("answers_id_seq", "public.answers_id_seq", "gone_seq"))));

        assertThat(values)
                .containsEntry(
                        "columns",
                        List.of(
                                Map.of("name", "answers.id", "found", true, "type", "integer"),
                                Map.of("name", "knowledge-elements.answerId", "found", true, "type", "integer"),
                                Map.of("name", "old.answers.id", "found", true, "type", "numeric(10,2)"),
                                Map.of("name", "answers.gone", "found", false),
                                Map.of("name", "gone.id", "found", false)))
                .containsEntry(
                        "sequences",
                        List.of(
                                Map.of("name", "answers_id_seq", "found", true, "type", "integer"),
                                Map.of("name", "public.answers_id_seq", "found", true, "type", "integer"),
                                Map.of("name", "gone_seq", "found", false)));
    }

    @Test
    void aMigrationThatLocksTheTableDoesNotHoldUpTheLook() throws Exception {
        try (Connection migration = connect("migration");
                Statement statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute("alter table answers alter column id type bigint");
            statement.execute("alter sequence answers_id_seq as bigint");

            long began = System.nanoTime();
            Map<String, Object> values = Contract.reading(
                    "postgres",
                    look(Map.of(
                            "datasource",
                            "api",
                            "sessions",
                            true,
                            "columns",
                            List.of("answers.id"),
                            "sequences",
                            List.of("answers_id_seq"))));

            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(5_000);
            assertThat(values.get("columns"))
                    .as("not before the commit")
                    .asString()
                    .contains("integer");
            assertThat(values.get("who")).asString().contains("idle in transaction", "alter sequence answers_id_seq");
            migration.rollback();
        }
    }

    @Test
    void withoutPgMonitorNothingIsCounted() throws Exception {
        Look look = look(Map.of("datasource", "blind"));

        assertThat(Contract.unobservable(look).cause()).isEqualTo("lacks-pg-monitor");
        assertThat(Contract.unobservable(look).message()).contains("GRANT pg_monitor TO \"blind\"");
    }

    @Test
    void whoCannotConnectSaysWhy() throws Exception {
        assertThat(causeOf("stranger")).isEqualTo("auth");
        assertThat(causeOf("elsewhere")).isEqualTo("no-such-database");
        assertThat(causeOf("refused")).isEqualTo("refused");
        assertThat(causeOf("nameless")).isEqualTo("dns");
        assertThat(causeOf("never-heard-of")).isEqualTo("no-such-datasource");
    }

    @Test
    void aConnectionThatWasKilledIsReplaced() throws Exception {
        sessions(Map.of("datasource", "api"));
        run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'probe-postgres'");

        assertThat(Contract.reading("postgres", look(Map.of("datasource", "api"))))
                .containsEntry("own", 1);
    }

    @Test
    void nothingCanBeWrittenThroughTheProbesConnection() throws Exception {
        String readOnly = new Datasource("api", new Source(url(), "application", Optional.empty()), Clock.systemUTC())
                .ask(server -> {
                    try {
                        server.ask(Question.of("write-for-test"), row -> row);
                        return "written";
                    } catch (SQLException e) {
                        return e.getSQLState();
                    }
                });

        assertThat(readOnly).as("read_only_sql_transaction").isEqualTo("25006");
    }

    private static int sessions(Map<String, Object> settings) throws Exception {
        return (int) Contract.reading("postgres", look(settings)).get("sessions");
    }

    private static String causeOf(String datasource) throws Exception {
        return Contract.unobservable(look(Map.of("datasource", datasource))).cause();
    }

    private static Look look(Map<String, Object> settings) throws Exception {
        return probe.observe(check("postgres", settings)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Datasource source(String url, String user) {
        return new Datasource(user, new Source(url, user, Optional.empty()), Clock.systemUTC());
    }

    private static Connection connect(String application) throws SQLException {
        return DriverManager.getConnection(url() + "?ApplicationName=" + application, "application", "");
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String url() {
        return SERVER.url("probe");
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
