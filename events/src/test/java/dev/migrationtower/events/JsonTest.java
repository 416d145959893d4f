package dev.migrationtower.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final String START = """
            {"id": "1", "run": "r", "at": "2026-11-22T22:41:07Z", "author": "a", "action": {"type": "start"}}""";

    @Test
    void anAbsentOrNullOptionalFieldIsNull() throws Exception {
        assertThat(Json.read(START, Command.class).reason()).isNull();
        assertThat(Json.read(START.replace("\"author\"", "\"reason\": null, \"author\""), Command.class)
                        .reason())
                .isNull();
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> Json.read(START.replace("author", "writer"), Command.class))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("not a Command")
                .hasMessageContaining("author");
    }

    @Test
    void aNullWhereSomethingMustStandIsNamed() {
        assertThatThrownBy(() -> Json.read(START.replace("\"a\"", "null"), Command.class))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("author");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\u0000\u0001", "{\"action\": {\"type\": \"never-heard-of\"}}"})
    void whatIsNoCommandIsUnreadableAndNothingWorse(String poison) {
        assertThatThrownBy(() -> Json.read(poison, Command.class)).isInstanceOf(UnreadableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b", "a/b/", "/b/c", "a b/c/d", "a/b/c/d", "ä/b/c"})
    void whatIsNoCheckKeyIsRefused(String text) {
        assertThatThrownBy(() -> CheckKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCheckKeyIsReadFromItsText() {
        assertThat(CheckKey.parse("night-1/app/orga")).isEqualTo(new CheckKey("night-1", "app", "orga"));
    }
}
