package dev.migrationtower.probe.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import dev.migrationtower.probe.runtime.kit.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresReadingTest {
    private static final List<PostgresAnswer.Sessions> SESSIONS = List.of(
            sessions("probe-postgres", "tower", 2, 5),
            sessions("pix-db-stats", "stats", 1, 50),
            sessions("psql", "admin", 1, 70),
            sessions("psql", "alice", 1, 60),
            sessions("pix-api", "pix", 7, 30));

    @Test
    void ourOwnAndIgnoredSessionsDoNotCountAndAreShown() {
        Look look = look(Map.of(
                "datasource",
                "api",
                "ignore",
                Map.of("applications", List.of("pix-db-stats"), "users", List.of("admin"))));

        assertThat(Contract.reading("postgres", look))
                .containsEntry("sessions", 8)
                .containsEntry("ignored", 2)
                .containsEntry("own", 2)
                .containsEntry("oldest", "PT1M")
                .doesNotContainKeys("columns", "sequences");
        assertThat(look.evidence().text()).contains("8 sessions: 7 pix-api", "2 ignored, 2 own");
    }

    @Test
    void theLargestGroupComesFirst() {
        Look look = look(Map.of("datasource", "api"));

        assertThat(Contract.reading("postgres", look).get("who").toString())
                .startsWith("[{")
                .contains("count=7");
        assertThat(((List<?>) Contract.reading("postgres", look).get("who")).getFirst())
                .isEqualTo(Map.of(
                        "application", "pix-api",
                        "user", "pix",
                        "address", "local",
                        "state", "idle",
                        "count", 7,
                        "oldest", "PT30S",
                        "query", "select 1"));
    }

    @Test
    void nobodyThereIsZeroAndHasNoAge() {
        Look look = PostgresReading.of(
                settings(Map.of("datasource", "api")), new PostgresAnswer.Sight(List.of(), Map.of(), Map.of()));

        assertThat(Contract.reading("postgres", look))
                .containsEntry("sessions", 0)
                .doesNotContainKey("oldest");
    }

    @Test
    void aColumnThatIsNotThereIsNotFoundAndHasNoType() {
        PostgresSettings settings = settings(Map.of(
                "datasource", "api",
                "columns", List.of("answers.id", "knowledge-elements.answerId"),
                "sequences", List.of("answers_id_seq")));

        Look look = PostgresReading.of(
                settings, new PostgresAnswer.Sight(List.of(), Map.of(0, "bigint"), Map.of(0, "integer")));

        assertThat(Contract.reading("postgres", look))
                .containsEntry(
                        "columns",
                        List.of(
                                Map.of("name", "answers.id", "found", true, "type", "bigint"),
                                Map.of("name", "knowledge-elements.answerId", "found", false)))
                .containsEntry(
                        "sequences", List.of(Map.of("name", "answers_id_seq", "found", true, "type", "integer")));
        assertThat(look.evidence().text()).contains("answers.id bigint", "knowledge-elements.answerId not found");
    }

    @Test
    void whoDoesNotSeeOthersSessionsIsToldWhatToRun() {
        Look look = PostgresReading.of(settings(Map.of("datasource", "api")), new PostgresAnswer.Blind("tower"));

        assertThat(Contract.unobservable(look).cause()).isEqualTo("lacks-pg-monitor");
        assertThat(Contract.unobservable(look).message()).contains("api", "GRANT pg_monitor TO \"tower\"");
    }

    @ParameterizedTest
    @CsvSource({"columns,id", "columns,a.b.c.d", "columns,answers.", "sequences,a.b.c", "sequences,''"})
    void aNameOfTheWrongFormIsNamed(String setting, String name) {
        assertThatThrownBy(() -> settings(Map.of("datasource", "api", setting, List.of(name))))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("\"" + setting + "\"")
                .hasMessageContaining("\"" + name + "\"");
    }

    private static Look look(Map<String, Object> settings) {
        return PostgresReading.of(settings(settings), new PostgresAnswer.Sight(SESSIONS, Map.of(), Map.of()));
    }

    private static PostgresSettings settings(Map<String, Object> settings) {
        return PostgresSettings.of(new Settings(settings));
    }

    private static PostgresAnswer.Sessions sessions(String application, String user, int count, int seconds) {
        return new PostgresAnswer.Sessions(
                application, user, "local", "idle", count, Duration.ofSeconds(seconds), "select 1");
    }
}
