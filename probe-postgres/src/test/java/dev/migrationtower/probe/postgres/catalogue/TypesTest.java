package dev.migrationtower.probe.postgres.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {
    @Test
    void aColumnThatIsNotThereIsNotFoundAndHasNoType() {
        Types types = (Types) Types.of(new Settings(Map.of(
                        "columns", List.of("answers.id", "knowledge-elements.answerId"),
                        "sequences", List.of("answers_id_seq"))))
                .orElseThrow();

        Findings findings = types.found(Map.of(0, "bigint"), Map.of(0, "integer"));

        assertThat(findings.values())
                .containsEntry(
                        "columns",
                        List.of(
                                Map.of("name", "answers.id", "found", true, "type", "bigint"),
                                Map.of("name", "knowledge-elements.answerId", "found", false)))
                .containsEntry(
                        "sequences", List.of(Map.of("name", "answers_id_seq", "found", true, "type", "integer")));
        assertThat(findings.words()).contains("answers.id bigint", "knowledge-elements.answerId not found");
    }

    @Test
    void whatNobodyWantsToKnowIsNotAsked() {
        assertThat(Types.of(new Settings(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"columns,id", "columns,a.b.c.d", "columns,answers.", "sequences,a.b.c", "sequences,''"})
    void aNameOfTheWrongFormIsNamed(String setting, String name) {
        assertThatThrownBy(() -> Types.of(new Settings(Map.of(setting, List.of(name)))))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("\"" + setting + "\"")
                .hasMessageContaining("\"" + name + "\"");
    }
}
