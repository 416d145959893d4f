package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void eachStartHasItsOwnAndTheyAreLongEnoughToSignWith() {
        Keys one = Keys.of(Map.of());

        assertThat(one).isNotEqualTo(Keys.of(Map.of()));
        assertThat(one.signing()).hasSizeGreaterThanOrEqualTo(32);
        assertThat(one.door(URI.create("http://127.0.0.1:8080/")))
                .hasToString("http://127.0.0.1:8080/sign-in/link/" + one.link());
        assertThat(one.toString()).doesNotContain(one.link(), one.service(), one.signing());
    }

    @Test
    void whatTheEnvironmentHasIsKept() {
        Keys keys =
                Keys.of(Map.of("TOWER_ACCESS_KEY", "k", "TOWER_ACCESS_LINK", "l", "TOWER_ACCESS_SERVICE_TOKEN", "s"));

        assertThat(keys).isEqualTo(new Keys("l", "s", "k"));
    }
}
