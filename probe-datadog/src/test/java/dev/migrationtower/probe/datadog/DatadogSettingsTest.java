package dev.migrationtower.probe.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.kit.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatadogSettingsTest {
    @Test
    void whatIsNotSaidIsACountOfTheLastQuarterOfAnHour() {
        assertThat(of(Map.of("query", "@msg:Done")))
                .isEqualTo(new DatadogSettings.Count(
                        "default", "@msg:Done", Duration.ofMinutes(15), Map.of(), Optional.empty()));
    }

    @Test
    void valuesAreThoseOfTheNewestLine() {
        assertThat(of(Map.of("query", "q", "values", Map.of("used", "disk.used"), "within", "1h")))
                .isInstanceOf(DatadogSettings.Newest.class);
    }

    @Test
    void monitorsNeedNoQuery() {
        assertThat(of(Map.of("monitors", List.of("team:pix"))))
                .isEqualTo(new DatadogSettings.Muted("default", List.of("team:pix")));
    }

    @Test
    void whatAScriptIsFollowedByIsReadLineByLine() {
        CheckSpec source = new CheckSpec(
                "night-1",
                "migrate.follow",
                "migrate.follow",
                "datadog",
                Map.of("query", "q", "text", "msg"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                null,
                null);

        assertThat(DatadogSettings.of(source)).isEqualTo(new DatadogSettings.Lines("default", "q", Optional.of("msg")));
    }

    @Test
    void withoutAQueryThereIsNothingToAsk() {
        assertThatThrownBy(() -> of(Map.of())).hasMessageContaining("\"query\" is missing");
        assertThatThrownBy(() -> of(Map.of("query", "q", "within", "soon"))).hasMessageContaining("\"within\"");
    }

    private static DatadogSettings of(Map<String, Object> settings) {
        return DatadogSettings.of(Checks.check("datadog", settings));
    }
}
