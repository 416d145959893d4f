package dev.migrationtower.probe.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.kit.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What each part tells of each version of a real PostgreSQL. */
class PartsIT {
    private static final List<Integer> VERSIONS = Servers.VERSIONS;

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void whoBlocksTheMigrationAndWhoWaitsBehindItIsNamed(int version) throws Exception {
        Instance server = Servers.of(version);
        String database = server.database("blocking");
        server.run(database, "create table answers (id serial primary key)");
        Eye eye = Eye.at(server.url(database));
        Map<String, Object> settings = Map.of("blocking", true, "migration", Map.of("applications", List.of("bigint")));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection blocker = server.connect(database, "postgres", "pix-api");
                Connection migration = server.connect(database, "postgres", "bigint");
                Connection reader = server.connect(database, "postgres", "metabase")) {
            blocker.setAutoCommit(false);
            run(blocker, "select * from answers");
            assertThat(eye.values(settings)).containsEntry("migrating", true).containsEntry("blocked", false);

            Future<?> alter = threads.submit(() -> run(migration, "alter table answers alter column id type bigint"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> eye.values(settings).get("blocked").equals(true));
            Future<?> read = threads.submit(() -> run(reader, "select * from answers"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> eye.values(settings).get("waiting").equals(1));

            Map<String, Object> values = eye.values(settings);
            assertThat(values.get("blockers").toString()).contains("application=pix-api", "state=idle in transaction");
            assertThat(values.get("queue").toString()).contains("application=metabase", "relation=answers");
            assertThat(Duration.parse(values.get("blockedFor").toString())).isPositive();
            assertThat(eye.words(settings)).contains("blocked by pix-api, idle in transaction for", "no progress");

            blocker.rollback();
            alter.get(20, TimeUnit.SECONDS);
            read.get(20, TimeUnit.SECONDS);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> eye.values(settings).get("blocked").equals(false));
        }
        await("gone")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(eye.values(settings))
                        .containsEntry("migrating", false)
                        .doesNotContainKey("blocked"));
    }

    @Test
    void locksAreLookedAtOnceASecondAtMost() throws Exception {
        Instance server = Servers.of(17);
        String database = server.database("paced");
        HandClock clock = new HandClock(Duration.ZERO);
        Eye eye = Eye.at(server.url(database), "tower", "", clock);
        Map<String, Object> settings = Map.of("blocking", true, "migration", Map.of("applications", List.of("bigint")));
        assertThat(eye.values(settings)).containsEntry("migrating", false);
        try (Connection migration = server.connect(database, "postgres", "bigint")) {
            assertThat(migration.isValid(5)).isTrue();

            clock.now = clock.now.plusMillis(999);
            assertThat(eye.values(settings)).containsEntry("migrating", false);
            clock.now = clock.now.plusMillis(1);
            assertThat(eye.values(settings)).containsEntry("migrating", true);
        }
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void whatAMigrationLeavesBehindIsTold(int version) throws Exception {
        Instance server = Servers.of(version);
        String database = server.database("leftovers");
        server.run(
                database,
                "create table answers (id serial primary key, k int)",
                "create table ke (id serial primary key, answer int)",
                "create table flash (id serial primary key)",
                "insert into answers (k) select i % 2 from generate_series(1, 1000) i",
                "insert into ke (answer) values (7)",
                "analyze",
                "alter table ke add constraint to_answer foreign key (answer) references answers not valid",
                "alter table answers alter column id type bigint");
        try (Connection connection = server.connect(database, "postgres", "test")) {
            assertThat(catching(connection, "create unique index concurrently twice on answers (k)"))
                    .isEqualTo("23505");
        }
        Eye eye = Eye.at(server.url(database));
        Map<String, Object> settings = Map.of("tables", List.of("answers", "ke", "flash", "gone"));

        assertThat(eye.words(settings)).contains("GRANT SELECT (starelid, staattnum) ON pg_catalog.pg_statistic");
        assertThat(eye.values(settings))
                .containsEntry("tablesFound", false)
                .containsEntry("invalidIndexes", 1)
                .containsEntry("unvalidated", 1)
                .doesNotContainKey("unanalyzed");

        server.run(database, "grant select (starelid, staattnum) on pg_catalog.pg_statistic to tower");
        assertThat(eye.values(settings)).containsEntry("unanalyzed", 1);
        assertThat(eye.words(settings))
                .contains("index twice of answers is invalid", "to_answer of ke is not validated", "gone not found")
                .contains("run ANALYZE: 1 tables have none (answers)");

        server.run(database, "drop index twice", "analyze answers", "alter table ke validate constraint to_answer");
        assertThat(eye.values(settings))
                .containsEntry("unanalyzed", 0)
                .containsEntry("invalidIndexes", 0)
                .containsEntry("unvalidated", 0);
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void theRoomThatARewriteNeedsIsWhatItTakes(int version) throws Exception {
        Instance server = Servers.of(version);
        String database = server.database("room");
        server.run(database, "create table answers (id serial primary key, k int)");
        Eye eye = Eye.at(server.url(database));
        Map<String, Object> settings = Map.of("room", Map.of("tables", List.of("answers"), "disk", "1TB"));
        server.run(
                database,
                "select pg_create_physical_replication_slot('standby_' || current_setting('server_version_num'), true)",
                "insert into answers (k) select i from generate_series(1, 100000) i");
        if (version >= 14) {
            assertThat(eye.words(settings)).contains("answers not found or without statistics (run ANALYZE)");
            assertThat(eye.values(settings)).doesNotContainKeys("needed", "fits");
        }
        server.run(database, "create index on answers (k)", "vacuum analyze answers", "checkpoint");

        Map<String, Object> before = eye.values(settings);
        assertThat(before).containsEntry("fits", true);
        long took;
        try (Connection migration = server.connect(database, "postgres", "bigint")) {
            migration.setAutoCommit(false);
            long sizeBefore = size(migration);
            run(migration, "alter table answers alter column id type bigint");
            took = size(migration) - sizeBefore;
            migration.rollback();
        }
        assertThat((Long) before.get("needed")).as("at most").isGreaterThan(took);
        assertThat(took)
                .as("about as much as the copies at least")
                .isBetween((Long) before.get("neededAtLeast") / 2, (Long) before.get("needed"));
        assertThat(eye.words(settings)).contains("slot standby_", "is not active and keeps all WAL", "it fits");
        server.run(database, "select pg_drop_replication_slot('standby_' || current_setting('server_version_num'))");
    }

    @ParameterizedTest
    @FieldSource("VERSIONS")
    void aPreparedTransactionAndABarrierAreTold(int version) throws Exception {
        Instance server = Servers.of(version);
        String database = server.database("barrier");
        Eye eye = Eye.at(server.url(database));
        Eye outside = Eye.at(server.url("postgres"));
        assertThat(eye.values(Map.of())).containsEntry("prepared", 0).containsEntry("logins", "open");

        server.run(database, "create table t (id int)");
        try (Connection payments = server.connect(database, "postgres", "payments")) {
            payments.setAutoCommit(false);
            run(payments, "insert into t values (1)");
            run(payments, "prepare transaction 'pay-7'");
        }
        server.run("postgres", "alter database barrier connection limit 0");
        assertThat(eye.values(Map.of()))
                .containsEntry("prepared", 1)
                .containsEntry("logins", "limited")
                .containsEntry("connectionLimit", 0);
        assertThat(eye.words(Map.of())).contains("pay-7", "CONNECTION LIMIT 0");
        server.run(database, "rollback prepared 'pay-7'");
        server.run("postgres", "alter database barrier allow_connections false");

        assertThat(Eye.at(server.url(database)).cause(Map.of())).isEqualTo("login-barrier");
        assertThat(outside.values(Map.of("database", "barrier")))
                .containsEntry("logins", "closed")
                .containsEntry("own", 1);
        assertThat(outside.cause(Map.of("database", "no such"))).isEqualTo("wrong-settings");
        server.run("postgres", "alter database barrier allow_connections true");
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return 1;
        }
    }

    private static String catching(Connection connection, String sql) {
        try {
            run(connection, sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static long size(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select pg_database_size(current_database())")) {
            row.next();
            return row.getLong(1);
        }
    }
}
