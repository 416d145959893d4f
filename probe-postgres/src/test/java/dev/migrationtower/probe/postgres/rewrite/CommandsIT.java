package dev.migrationtower.probe.postgres.rewrite;

import static dev.migrationtower.probe.postgres.rewrite.RewriteIT.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of everything else that a migration executes, on the oldest version and the newest. */
class CommandsIT {
    private static final int ROWS = 300_000;

    /** A session that migrates, and what is seen of it. */
    private record Stage(Connection migration, Server server, Rewrite rewrite) {
        /** What was seen while these statements were executed, one look after the other. */
        List<Map<String, Object>> during(String... statements) throws Exception {
            CompletableFuture<Void> script =
                    CompletableFuture.runAsync(() -> List.of(statements).forEach(sql -> execute(migration, sql)));
            List<Map<String, Object>> saw = new ArrayList<>();
            while (!script.isDone()) {
                saw.add(look());
                Thread.onSpinWait();
            }
            script.get(1, TimeUnit.SECONDS);
            assertThat(look()).containsEntry("running", false).doesNotContainKey("percent");
            return saw.stream()
                    .filter(values -> values.get("running").equals(true))
                    .toList();
        }

        Map<String, Object> look() throws SQLException {
            return ((Outcome.Reading) rewrite.look(server).outcome()).values();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 18})
    void whateverIsExecutedIsNamedAndItsProgressNeverFalls(int version) throws Exception {
        Instance database = RewriteIT.estate(version, "commands", ROWS);
        try (Connection migration = database.connect("commands", "postgres", "migration");
                Connection probe = database.connect("commands", "tower", "probe-postgres")) {
            Stage stage =
                    new Stage(migration, new Server(probe, Clock.systemUTC()), new Rewrite(new Settings(Map.of())));

            assertThat(phases(stage.during("create index by_v on answers (v)"), "server"))
                    .contains("building index: scanning table")
                    .isSubsetOf(
                            "building index: scanning table",
                            "building index: sorting live tuples",
                            "building index: loading tuples in tree");
            assertThat(phases(stage.during("create index concurrently again on answers (v)"), "server"))
                    .contains("building index: scanning table")
                    .anyMatch(phase -> phase.startsWith("index validation: "));
            assertThat(phases(stage.during("vacuum full answers"), "server"))
                    .containsExactly("seq scanning heap", "rebuilding index");
            assertThat(phases(stage.during("cluster answers using answers_pkey"), "server"))
                    .contains("rebuilding index")
                    .containsAnyOf("index scanning heap", "seq scanning heap");
            assertThat(phases(
                            stage.during(
                                    "alter table ke add constraint more foreign key (\"answerId\") references answers"),
                            "statement"))
                    .containsExactly("ke constraint");
            assertThat(phases(
                            stage.during(
                                    "alter table ke add constraint late foreign key (id) references answers not valid",
                                    "alter table ke validate constraint late"),
                            "statement"))
                    .containsExactly("ke constraint");

            String copy = "copy answers (k, v) from program 'yes \"1,x\" | head -n 300000' (format csv)";
            assertThat(stage.during(copy))
                    .isNotEmpty()
                    .anyMatch(values -> values.get("ground").equals(version < 14 ? "statement" : "server"))
                    .noneMatch(values -> values.containsKey("percent"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 18})
    void ofSeveralStatementsInOneQueryEachIsToldInItsTurnWithToastOrWithout(int version) throws Exception {
        Instance database = RewriteIT.estate(version, "several", ROWS);
        database.run(
                "several",
                "create table narrow (a int primary key, b int references answers (id))",
                "insert into narrow select i, i from generate_series(1, " + ROWS + ") i",
                "vacuum analyze narrow");
        try (Connection migration = DriverManager.getConnection(
                        database.url("several") + "?ApplicationName=migration&preferQueryMode=simple", "postgres", "");
                Connection probe = database.connect("several", "files", "probe-postgres")) {
            Stage stage =
                    new Stage(migration, new Server(probe, Clock.systemUTC()), new Rewrite(new Settings(Map.of())));
            assertThat(stage.look()).containsEntry("running", false);

            List<String> phases = phases(
                    stage.during("alter table narrow alter column b type bigint;"
                            + " alter table ke alter column \"answerId\" type bigint"),
                    "files");

            assertThat(phases)
                    .as("a table without TOAST shows its foreign keys only by what is written no more")
                    .containsSubsequence(
                            "narrow heap",
                            "narrow index narrow_pkey",
                            "narrow foreign keys",
                            "ke heap",
                            "ke index ke_a",
                            "ke foreign keys");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 18})
    void updatesInBatchesAreCountedOfTheRowsThatThereAre(int version) throws Exception {
        Instance database = RewriteIT.estate(version, "batches", 20_000);
        database.run("batches", "alter table answers add column id_new bigint");
        try (Connection migration = database.connect("batches", "postgres", "migration");
                Connection probe = database.connect("batches", "tower", "probe-postgres")) {
            Stage known = new Stage(
                    migration,
                    new Server(probe, Clock.systemUTC()),
                    new Rewrite(new Settings(Map.of("migration", Map.of("applications", List.of("migration"))))));
            String[] script = new String[40];
            for (int i = 0; i < script.length; i += 2) {
                script[i] = "update answers set id_new = id where id between " + (i / 2 * 1000 + 1) + " and "
                        + (i / 2 + 1) * 1000;
                script[i + 1] = "select pg_sleep(0.15)";
            }
            CompletableFuture<Void> batches =
                    CompletableFuture.runAsync(() -> List.of(script).forEach(sql -> execute(migration, sql)));
            List<Map<String, Object>> saw = new ArrayList<>();
            while (!batches.isDone()) {
                saw.add(known.look());
                Thread.onSpinWait();
            }
            batches.get(1, TimeUnit.SECONDS);
            assertThat(phases(
                            saw.stream()
                                    .filter(values -> values.get("running").equals(true))
                                    .toList(),
                            "counter"))
                    .containsExactly("updating answers");
            assertThat(saw.stream().filter(values -> values.containsKey("percent")))
                    .as("between two batches it is still at it")
                    .isNotEmpty()
                    .allMatch(values -> values.containsKey("left"));

            migration.close();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(known.look())
                            .containsEntry("running", false)
                            .doesNotContainKey("percent"));
        }
    }

    /** Each where it came first; progress never fell, and each look knew it by the same. */
    private static List<String> phases(List<Map<String, Object>> saw, String ground) {
        List<Map<String, Object>> told =
                saw.stream().filter(values -> values.containsKey("percent")).toList();
        assertThat(told).isNotEmpty().allMatch(values -> values.get("ground").equals(ground));
        LinkedHashSet<String> phases = new LinkedHashSet<>();
        double before = 0;
        String statement = "";
        for (Map<String, Object> values : told) {
            String phase = values.get("phase").toString();
            String table = phase.split(" ")[0];
            before = table.equals(statement) || ground.equals("server") ? before : 0;
            statement = table;
            assertThat((Double) values.get("percent")).isBetween(before, Estimator.ALMOST);
            before = (Double) values.get("percent");
            phases.add(phase);
        }
        return List.copyOf(phases);
    }
}
