package dev.migrationtower.probe.postgres.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.kit.Servers;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Settings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real migrations from int to bigint, of two tables with a foreign key, in one transaction. */
class RewriteIT {
    private static final int ROWS = 300_000;

    private static final String SLOW =
            "create function slow(int) returns bigint language plpgsql as 'begin perform pg_sleep(0.05); return $1; end'";

    private static final List<String> WORK = List.of(
            "ke heap",
            "ke index ke_pkey",
            "ke index ke_a",
            "ke foreign keys",
            "answers heap",
            "answers index answers_k",
            "answers index answers_pkey",
            "answers foreign keys");

    /** A role, and what it saw, one look after the other. */
    private record Watcher(String role, Connection connection, Rewrite rewrite, List<Map<String, Object>> saw) {
        Look look() throws SQLException {
            Look look = rewrite.look(new Server(connection, Clock.systemUTC()));
            saw.add(((Outcome.Reading) look.outcome()).values());
            return look;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 18})
    void phasesComeInTheirOrderAndProgressNeverFalls(int version) throws Exception {
        Instance server = estate(version, "rewrite", ROWS);
        try (Connection migration = server.connect("rewrite", "postgres", "migration");
                Connection all = server.connect("rewrite", "files", "probe-postgres");
                Connection some = server.connect("rewrite", "tower", "probe-postgres");
                Connection none = server.connect("rewrite", "blind_one", "probe-postgres")) {
            List<Watcher> watchers = List.of(watcher("files", all), watcher("tower", some));
            for (Watcher watcher : watchers) {
                assertThat(watcher.look().evidence().text()).isEqualTo("no statement that rewrites is being executed");
            }
            CompletableFuture<Void> script = CompletableFuture.runAsync(() -> migrate(migration));
            Watcher blind = watcher("blind_one", none);
            while (!script.isDone()) {
                blind.look();
                for (Watcher watcher : watchers) {
                    watcher.look();
                }
                Thread.onSpinWait();
            }
            script.get(1, TimeUnit.SECONDS);
            assertThat(blind.saw())
                    .as("a role that sees nothing says so")
                    .noneMatch(values -> values.containsKey("percent"))
                    .anyMatch(values -> values.get("words").toString().contains("GRANT pg_monitor"));
            for (Watcher watcher : watchers) {
                String evidence = watcher.look().evidence().text();
                assertThat(evidence).as(watcher.role()).contains("gone", "rehearsal: {\"ke heap\": ");
                assertThat(watcher.saw().getLast())
                        .containsEntry("running", false)
                        .doesNotContainKey("percent");
                List<String> phases = phases(watcher.saw());
                assertThat(phases)
                        .as("PostgreSQL %s, %s: in the order of the work", version, watcher.role())
                        .isEqualTo(WORK.stream().filter(phases::contains).toList())
                        .contains("ke heap", "ke foreign keys", "answers heap", "answers foreign keys")
                        .hasSizeGreaterThanOrEqualTo(6);
                progressNeverFalls(watcher.saw());
            }
        }
    }

    /** What is to be seen within two intervals is seen at the second look at the latest. */
    private static Map<String, Object> withinTwoLooks(Watcher watcher, Predicate<Map<String, Object>> seen)
            throws SQLException {
        watcher.look();
        if (!seen.test(watcher.saw().getLast())) {
            watcher.look();
        }
        assertThat(watcher.saw().getLast()).matches(seen);
        return watcher.saw().getLast();
    }

    @ParameterizedTest
    @ValueSource(ints = 17)
    void whoBlocksItIsNamedAndAKilledScriptIsGone(int version) throws Exception {
        Instance server = estate(version, "rewrite_blocked", 1_000);
        server.run("rewrite_blocked", SLOW);
        try (Connection reader = server.connect("rewrite_blocked", "postgres", "nightly-report");
                Connection migration = server.connect("rewrite_blocked", "postgres", "migration");
                Connection some = server.connect("rewrite_blocked", "tower", "probe-postgres")) {
            Watcher watcher = watcher("tower", some);
            reader.setAutoCommit(false);
            try (Statement statement = reader.createStatement()) {
                statement.execute("select count(*) from ke");
            }
            CompletableFuture<Void> script = CompletableFuture.runAsync(() -> execute(
                    migration, "alter table ke alter column \"answerId\" type bigint using slow(\"answerId\")"));
            await().atMost(Duration.ofSeconds(30)).until(() -> migrating(server, "wait_event_type = 'Lock'"));
            assertThat(withinTwoLooks(watcher, values -> Boolean.TRUE.equals(values.get("blocked"))))
                    .doesNotContainKey("percent")
                    .extractingByKey("words")
                    .asString()
                    .contains("blocked by nightly-report, idle in transaction for ");

            reader.rollback();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                watcher.look();
                return watcher.saw().getLast().containsKey("percent");
            });
            server.run(
                    "rewrite_blocked",
                    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'migration'");
            await().atMost(Duration.ofSeconds(30)).until(() -> !migrating(server, "true"));
            assertThat(script).failsWithin(Duration.ofSeconds(30));
            assertThat(withinTwoLooks(watcher, values -> Boolean.FALSE.equals(values.get("running"))))
                    .doesNotContainKey("percent")
                    .extractingByKey("words")
                    .asString()
                    .startsWith("gone: pid ");
        }
    }

    private static boolean migrating(Instance server, String how) throws SQLException {
        try (Connection connection = server.connect("rewrite_blocked", "postgres", "test");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select 1 from pg_stat_activity where application_name = 'migration' and " + how)) {
            return row.next();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 18})
    void whatOthersWriteIsNotItsProgressOrTheConfidenceSaysSo(int version) throws Exception {
        Instance server = estate(version, "rewrite_noise", 1_000);
        server.run("rewrite_noise", "create table noise (n int)", SLOW);
        try (Connection migration = server.connect("rewrite_noise", "postgres", "migration");
                Connection other = server.connect("rewrite_noise", "postgres", "other");
                Connection all = server.connect("rewrite_noise", "files", "probe-postgres");
                Connection some = server.connect("rewrite_noise", "tower", "probe-postgres")) {
            Watcher files = watcher("files", all);
            Watcher growth = watcher("tower", some);
            files.look();
            growth.look();
            CompletableFuture<Void> script = CompletableFuture.runAsync(
                    () -> execute(migration, "alter table answers alter column id type bigint using slow(id)"));
            for (Watcher watcher : List.of(files, growth)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> {
                    watcher.look();
                    return watcher.saw().getLast().containsKey("percent");
                });
            }
            assertThat(growth.saw().getLast()).containsEntry("certain", true);

            other.setAutoCommit(false);
            execute(other, "insert into noise select generate_series(1, 200000)");
            execute(other, "create table more as select * from noise");
            files.look();
            growth.look();
            assertThat(files.saw().getLast())
                    .containsEntry("phase", "answers heap")
                    .containsEntry("certain", false);
            assertThat((Long) files.saw().getLast().get("written"))
                    .as("7 MB of others, and none of it is its own")
                    .isLessThan(1_000_000);
            assertThat(growth.saw().getLast()).containsEntry("certain", false);

            other.commit();
            files.look();
            growth.look();
            assertThat(files.saw().getLast()).containsEntry("certain", true);
            assertThat((Long) files.saw().getLast().get("written")).isLessThan(1_000_000);
            assertThat(growth.saw().getLast())
                    .as("it stays in the growth of the database")
                    .containsEntry("certain", false);
            server.run(
                    "rewrite_noise",
                    "select pg_cancel_backend(pid) from pg_stat_activity where application_name = 'migration'");
            assertThat(script).failsWithin(Duration.ofSeconds(30));
        }
    }

    static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each where it came first. */
    private static List<String> phases(List<Map<String, Object>> saw) {
        Set<String> phases = new LinkedHashSet<>();
        saw.stream()
                .filter(values -> values.containsKey("percent"))
                .forEach(values -> phases.add(values.get("phase").toString()));
        return List.copyOf(phases);
    }

    private static void progressNeverFalls(List<Map<String, Object>> saw) {
        for (String table : List.of("ke ", "answers ")) {
            List<Double> percents = saw.stream()
                    .filter(values ->
                            values.getOrDefault("phase", "").toString().startsWith(table))
                    .map(values -> (Double) values.get("percent"))
                    .toList();
            assertThat(percents).isNotEmpty().isSorted().allMatch(percent -> percent <= 99);
        }
    }

    private static Watcher watcher(String role, Connection connection) {
        return new Watcher(role, connection, new Rewrite(new Settings(Map.of())), new ArrayList<>());
    }

    private static void migrate(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table ke alter column \"answerId\" type bigint");
            statement.execute("alter table answers alter column id type bigint");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Instance estate(int version, String name, int rows) throws SQLException {
        Instance server = Servers.of(version);
        server.database(name);
        server.run(
                name,
                "do $$ begin create role files login; exception when duplicate_object then null; end $$",
                "do $$ begin create role blind_one login; exception when duplicate_object then null; end $$",
                "grant pg_monitor to files",
                "grant execute on function pg_ls_dir(text), pg_stat_file(text, boolean) to files",
                "create table answers (id serial primary key, k int, v text)",
                "insert into answers (k, v) select i % 1000, md5(i::text) from generate_series(1, " + rows + ") i",
                "create index answers_k on answers (k)",
                "create table ke (id serial primary key, \"answerId\" int references answers (id), s text)",
                "insert into ke (\"answerId\", s) select i, 'x' from generate_series(1, " + rows + ") i",
                "create index ke_a on ke (\"answerId\")",
                "vacuum analyze ke",
                "vacuum analyze answers");
        return server;
    }
}
