package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.kit.Servers;
import dev.migrationtower.probe.postgres.rewrite.Rewrite;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Settings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** What the probe costs a server in the middle of a migration; run by hand (CONTRIBUTING), prints the table of FIGURES.md. */
final class CostFigures {
    /** So much time has passed whenever the clock is asked: nothing is remembered from one look to the next. */
    private static final Duration EVERY = Duration.ofSeconds(5);

    private static final int WARM = 50;
    private static final int LOOKS = 200;
    private static final Map<String, Map<String, Object>> CHECKS = new TreeMap<>(Map.of(
            "who is there", Map.of(),
            "what blocks", Map.of("blocking", true, "migration", Map.of("applications", List.of("bigint"))),
            "did it happen",
                    Map.of(
                            "columns",
                            List.of("answers.id"),
                            "sequences",
                            List.of("answers_id_seq"),
                            "tables",
                            List.of("answers")),
            "will it fit", Map.of("room", Map.of("tables", List.of("answers"), "disk", "1TB"))));

    private CostFigures() {}

    public static void main(String[] args) throws Exception {
        System.out.println(
                "| check | size | statements/min | slowest question, mean | its max | whole look, p99 | locks kept |");
        System.out.println("|---|---|---|---|---|---|---|");
        try (EmbeddedPostgres postgres = Servers.own(17)
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("max_connections", "600")
                .start()) {
            Instance server = new Instance(17, postgres.getPort());
            String database = server.database("cost");
            server.run(
                    database,
                    "create extension pg_stat_statements",
                    "create table answers (id serial primary key)",
                    "insert into answers select generate_series(1, 100000)",
                    "analyze",
                    "grant execute on function pg_ls_dir(text), pg_stat_file(text, boolean) to tower");
            measure(server, database, "small");
            server.run(
                    database,
                    "create table parts (id bigint) partition by range (id)",
                    "do $$ begin for i in 0..49 loop execute format('create table parts_%s partition of parts for values"
                            + " from (%s) to (%s) partition by range (id)', i, i * 100, i * 100 + 100); for k in"
                            + " i * 100 .. i * 100 + 99 loop execute format('create table parts_%s_%s partition of parts_%s"
                            + " for values from (%s) to (%s)', i, k, i, k, k + 1); end loop; end loop; end $$");
            List<Connection> crowd = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                crowd.add(server.connect(database, "postgres", "app-" + i % 10));
            }
            measure(server, database, "500 sessions, 5,000 partitions");
            for (Connection one : crowd) {
                one.close();
            }
        }
        System.exit(0);
    }

    private static void measure(Instance server, String database, String size) throws Exception {
        try (Connection migration = server.connect(database, "postgres", "bigint")) {
            migration.setAutoCommit(false);
            try (Statement statement = migration.createStatement()) {
                statement.execute("alter table answers alter column id type bigint");
            }
            for (Map.Entry<String, Map<String, Object>> check : CHECKS.entrySet()) {
                Eye eye = Eye.at(server.url(database), "tower", "", new HandClock(EVERY));
                row(server, database, check.getKey(), size, () -> eye.look(check.getValue()));
            }
            try (Connection probe = server.connect(database, "tower", "probe-postgres")) {
                Rewrite rewrite = new Rewrite(new Settings(Map.of()));
                Server looking = new Server(probe, Clock.systemUTC());
                row(server, database, "how far is it", size, () -> rewrite.look(looking));
            }
            migration.rollback();
        }
    }

    private static void row(Instance server, String database, String check, String size, Callable<?> look)
            throws Exception {
        for (int i = 0; i < WARM; i++) {
            look.call();
        }
        server.run(database, "select pg_stat_statements_reset()");
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < LOOKS; i++) {
            long began = System.nanoTime();
            look.call();
            millis.add((System.nanoTime() - began) / 1e6);
        }
        millis.sort(null);
        String[] told = told(server, database).split(",");
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.0f | %s | %s | %.1f | %s |%n",
                check,
                size,
                Double.parseDouble(told[0]) / LOOKS * 12,
                told[1],
                told[2],
                millis.get(LOOKS * 99 / 100),
                told[3]);
    }

    private static String told(Instance server, String database) throws SQLException {
        try (Connection connection = server.connect(database, "postgres", "test");
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select sum(calls) || ',' || round(max(mean_exec_time)::numeric, 2) || ','"
                                + " || round(max(max_exec_time)::numeric, 2) || ',' || (select count(*) from pg_locks join"
                                + " pg_stat_activity using (pid) where application_name = 'probe-postgres')"
                                + " from pg_stat_statements s join pg_roles r on r.oid = s.userid where rolname = 'tower'")) {
            row.next();
            return row.getString(1);
        }
    }
}
