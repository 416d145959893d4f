package dev.migrationtower.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTest {
    private final List<String> problems = new ArrayList<>();

    @Test
    void whatSomeReadersTakeForTrueOrFalseMustBeQuoted() {
        for (String word : List.of("on", "Off", "YES", "no", "y", "N")) {
            problems.clear();
            read(word).text();
            read(word).word();
            assertThat(problems)
                    .hasSize(2)
                    .containsOnly("`" + word + "` without quotes is true or false to other readers of YAML; write \""
                            + word + "\"");
        }
        problems.clear();
        assertThat(read("'on'").text()).isEqualTo("on");
        assertThat(read("\"no\"").word()).isEqualTo("no");
        assertThat(problems).isEmpty();
    }

    @Test
    void aKeyIsANameWhateverItsCharacters() {
        read("{off: 1}").mapping(fields -> {
            fields.each((key, value) -> assertThat(key.word()).isEqualTo("off"));
            return fields;
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void aTimeOfTheDayIsText() {
        assertThat(read("12:30:00").text()).isEqualTo("12:30:00");
        assertThat(problems).isEmpty();
    }

    @Test
    void inQuotesEverythingIsText() {
        assertThat(read("'503'").text()).isEqualTo("503");
        assertThat(read("\"true\"").isText()).isTrue();
        assertThat(problems).isEmpty();
    }

    @Test
    void anyJsonIsReadWithItsTypes() {
        assertThat(read("{a: 1, b: 2.5, c: true, d: [x, '1'], e: {f: 'on'}}").any(Value::text))
                .isEqualTo(Map.of("a", 1L, "b", 2.5, "c", true, "d", List.of("x", "1"), "e", Map.of("f", "on")));
        assertThat(problems).isEmpty();
    }

    @Test
    void numbersThatJsonDoesNotKnowAreRefused() {
        for (String odd : List.of("0x1F", "0o17", ".inf", ".nan", "1e999")) {
            problems.clear();
            assertThat(read(odd).any(Value::text)).isEqualTo("");
            assertThat(problems).hasSize(1);
        }
    }

    @Test
    void whatIsWrongIsToldOnceAndReadingGoesOn() {
        assertThat(read("[1]").text()).isEmpty();
        assertThat(read("{a: 1}").items()).isEmpty();
        assertThat(read("1").<String>mapping(fields -> fields.required("a").text()))
                .isEmpty();
        assertThat(read("x").integer()).isZero();
        assertThat(problems)
                .containsExactly(
                        "text is wanted here, not a list",
                        "a list is wanted here, not a mapping",
                        "a mapping (`key: value`) is wanted here, not `1`",
                        "`x` is not a whole number");
    }

    private Value read(String yaml) {
        return YamlSource.read(yaml, (at, message) -> problems.add(message));
    }
}
