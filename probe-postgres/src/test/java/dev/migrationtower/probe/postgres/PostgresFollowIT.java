package dev.migrationtower.probe.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.ProbeSchema;
import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.kit.Servers;
import dev.migrationtower.probe.runtime.Look;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The probe as what a phase follows: {@code follow: [{probe: postgres, with: {datasource: api}, lane: api, progressOf: [...]}]}. */
class PostgresFollowIT {
    private static final Instance SERVER = Servers.of(17);

    private record Source(String url, String user, Optional<String> password) implements PostgresConfig.Datasource {}

    @Test
    void whatThePhaseFollowsTellsOfTheRewriteAndWaitsForNoLock() throws Exception {
        SERVER.database("followed");
        SERVER.run("followed", "create table answers (id serial primary key, v text)");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection migration = SERVER.connect("followed", "postgres", "migration");
                Statement statement = migration.createStatement()) {
            Datasource api = new Datasource(
                    "api", new Source(SERVER.url("followed"), "tower", Optional.empty()), Clock.systemUTC());
            PostgresProbe probe = new PostgresProbe(Map.of("api", api), threads);
            assertThat(values(probe)).containsEntry("running", false);

            migration.setAutoCommit(false);
            statement.execute("alter table answers alter column id type bigint");
            Map<String, Object> locked = values(probe);
            assertThat(locked).containsEntry("running", false).doesNotContainKey("percent");
            assertThat(locked.get("words"))
                    .asString()
                    .contains("migration", "idle in transaction", "before it commits");

            migration.rollback();
            assertThat(values(probe).get("words")).asString().startsWith("gone: pid ");
        }
    }

    private static Map<String, Object> values(PostgresProbe probe) throws Exception {
        CheckSpec check = new CheckSpec(
                "night-1",
                "migrate.follow-2",
                "migrate.follow-2",
                "postgres",
                Map.of("datasource", "api"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                null,
                null);
        Look look = probe.observe(check).toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(look.outcome()).isInstanceOf(Outcome.Reading.class);
        Map<String, Object> values = ((Outcome.Reading) look.outcome()).values();
        JsonNode known =
                ProbeSchema.of("postgres").orElseThrow().follow().path("values").path("properties");
        values.keySet().forEach(name -> assertThat(known.has(name)).as(name).isTrue());
        return values;
    }
}
