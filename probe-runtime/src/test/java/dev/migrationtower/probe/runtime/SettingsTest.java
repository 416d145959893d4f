package dev.migrationtower.probe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "5s,PT5S",
        "500ms,PT0.5S",
        "1m30s,PT1M30S",
        "2h,PT2H",
        "10m,PT10M",
        "1s500ms,PT1.5S",
        "PT0.012S,PT0.012S"
    })
    void aDurationIsReadAsPlansWriteIt(String text, Duration expected) {
        assertThat(settings(text).duration("x")).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "s", "5 s", "-5s", "0s", "5s5s", "P", "PT-1S", "99999999999s"})
    void whatIsNoDurationIsNamed(String text) {
        assertThatThrownBy(() -> settings(text).duration("x"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("\"x\"")
                .hasMessageContaining("5s");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> settings("").requiredText("url"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessage("setting \"url\" is missing");
    }

    @Test
    void whatHasTheWrongTypeIsNamed() {
        assertThatThrownBy(() -> settings(1).text("x")).hasMessage("setting \"x\" must be a text");
        assertThatThrownBy(() -> settings("yes").flag("x")).hasMessage("setting \"x\" must be true or false");
        assertThatThrownBy(() -> settings("a").texts("x")).hasMessage("setting \"x\" must be a list of texts");
        assertThatThrownBy(() -> settings(List.of(List.of())).texts("x")).hasMessage("setting \"x\" must be a text");
        assertThatThrownBy(() -> settings("a").group("x")).hasMessage("setting \"x\" must be an object");
    }

    @Test
    void aWordOutOfTheListIsNamedWithTheList() {
        assertThat(new Settings(Map.of()).oneOf("x", List.of("GET", "HEAD"))).isEqualTo("GET");
        assertThatThrownBy(() -> settings("get").oneOf("x", List.of("GET", "HEAD")))
                .hasMessage("setting \"x\" is \"get\", must be one of GET, HEAD");
    }

    private static Settings settings(Object value) {
        return new Settings(Map.of("x", value));
    }
}
