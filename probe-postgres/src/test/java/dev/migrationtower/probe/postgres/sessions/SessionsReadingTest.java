package dev.migrationtower.probe.postgres.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.kit.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionsReadingTest {
    private static final Barrier OPEN = new Barrier(true, -1, 0, Duration.ZERO, "");
    private static final List<Group> GROUPS = List.of(
            client("probe-postgres", "tower", 2, 5),
            client("pix-db-stats", "stats", 1, 50),
            client("psql", "admin", 1, 70),
            client("psql", "alice", 1, 60),
            client("bigint", "migrator", 1, 10),
            client("pix-api", "pix", 7, 30),
            group("walsender", "replica-1", "replicator", ""),
            group("autovacuum worker", "", "", "autovacuum: VACUUM public.answers"),
            group("autovacuum worker", "", "", "autovacuum: VACUUM public.ke (to prevent wraparound)"),
            group("parallel worker", "pix-api", "pix", "select 1"));

    @Test
    void whoIsThereByNatureIsCountedApartAndNamed() {
        Map<String, Object> values = values(
                OPEN,
                Map.of(
                        "ignore",
                        Map.of("applications", List.of("pix-db-stats"), "users", List.of("admin")),
                        "migration",
                        Map.of("applications", List.of("bigint"))));

        assertThat(values)
                .containsEntry("sessions", 8)
                .containsEntry("migration", 1)
                .containsEntry("ignored", 2)
                .containsEntry("own", 2)
                .containsEntry("replication", 1)
                .containsEntry("autovacuum", 1)
                .containsEntry("wraparound", 1)
                .containsEntry("workers", 1)
                .containsEntry("oldest", "PT1M");
        assertThat(values.get("apart").toString()).contains("kind=ignored", "pix-db-stats", "kind=replication");
    }

    @Test
    void ignoredSessionsAreNotSilent() {
        Findings findings = findings(
                OPEN, Map.of("ignore", Map.of("applications", List.of("pix-db-stats"), "users", List.of("admin"))));

        assertThat(String.join("; ", findings.words()))
                .contains("9 sessions: 7 pix-api", "2 ignored (psql, pix-db-stats)", "2 of the probe itself");
    }

    @Test
    void withoutASettingTheMigrationCountsLikeEverybodyElse() {
        assertThat(values(OPEN, Map.of())).containsEntry("sessions", 11).doesNotContainKey("migration");
    }

    @Test
    void theLargestGroupComesFirst() {
        assertThat(((List<?>) values(OPEN, Map.of()).get("who")).getFirst())
                .isEqualTo(Map.of(
                        "application", "pix-api",
                        "user", "pix",
                        "address", "local",
                        "state", "idle",
                        "count", 7,
                        "oldest", "PT30S",
                        "inState", "PT3S",
                        "query", "select 1"));
    }

    @Test
    void aSwitchHidesWhatIsAsked() {
        assertThat(values(OPEN, Map.of("hideQueries", true)).toString())
                .contains("pix-api")
                .doesNotContain("select");
    }

    @Test
    void nobodyThereIsZeroAndHasNoAge() {
        Findings findings = SessionsReading.of(sessions(Map.of()), OPEN, List.of());

        assertThat(read(findings)).containsEntry("sessions", 0).doesNotContainKey("oldest");
    }

    @Test
    void whatKeepsOthersOutIsTold() {
        assertThat(values(OPEN, Map.of())).containsEntry("logins", "open").doesNotContainKey("connectionLimit");
        assertThat(values(new Barrier(true, 0, 0, Duration.ZERO, ""), Map.of()))
                .containsEntry("logins", "limited")
                .containsEntry("connectionLimit", 0);
        assertThat(values(new Barrier(false, -1, 0, Duration.ZERO, ""), Map.of()))
                .containsEntry("logins", "closed");
    }

    @Test
    void aPreparedTransactionHoldsLocksAndHasNoSession() {
        Findings findings = findings(new Barrier(true, -1, 1, Duration.ofMinutes(12), "pay-7"), Map.of());

        assertThat(findings.values()).containsEntry("prepared", 1);
        assertThat(findings.words()).anyMatch(words -> words.contains("pay-7") && words.contains("720 s"));
    }

    @Test
    void aPoolerHidesItsClientsAndIsTold() {
        Findings findings = SessionsReading.of(sessions(Map.of()), OPEN, List.of(client("", "pgbouncer", 1, 5)));

        assertThat(findings.values()).containsEntry("pooler", true);
        assertThat(findings.words()).anyMatch(words -> words.startsWith("a pooler is connected"));
    }

    private static Map<String, Object> values(Barrier barrier, Map<String, Object> settings) {
        return read(findings(barrier, settings));
    }

    private static Findings findings(Barrier barrier, Map<String, Object> settings) {
        return SessionsReading.of(sessions(settings), barrier, GROUPS);
    }

    private static Map<String, Object> read(Findings findings) {
        return Contract.reading("postgres", Look.seen(findings.values(), new Evidence("", null)));
    }

    private static Sessions sessions(Map<String, Object> settings) {
        return (Sessions) Sessions.of(new Settings(settings), "probe-postgres").orElseThrow();
    }

    private static Group client(String application, String user, int count, int seconds) {
        return new Group(
                "client backend",
                application,
                user,
                "local",
                "idle",
                count,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(3),
                "select 1");
    }

    private static Group group(String type, String application, String user, String query) {
        return new Group(type, application, user, "local", "active", 1, Duration.ofSeconds(1), null, query);
    }
}
