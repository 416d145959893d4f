package dev.migrationtower.dashboard.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, localhost:8080,",
        "127.0.0.1, 127.0.0.1:8080, http://127.0.0.1:8080",
        "0:0:0:0:0:0:0:1, [::1]:8080, http://[::1]:8080",
        "127.0.0.1, localhost, http://localhost"
    })
    void thisMachineMayGiveCommands(String address, String host, String origin) {
        assertThat(new Caller(address, host, origin).objection(false)).isEmpty();
    }

    @Test
    void anotherMachineMayNotUnlessTheConfigurationSaysSo() {
        Caller other = new Caller("192.0.2.7", "tower.example:8080", null);

        assertThat(other.objection(false))
                .hasValueSatisfying(why -> assertThat(why).contains("tower.commands.from-anywhere"));
        assertThat(other.objection(true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://evil.example",
        "localhost:8080, http://localhost:9999",
        "localhost:8080, null",
        "localhost:8080, http://["
    })
    void aForeignPageMayNot(String host, String origin) {
        assertThat(new Caller("127.0.0.1", host, origin).objection(false)).isPresent();
        assertThat(new Caller("127.0.0.1", host, origin).objection(true)).isPresent();
    }

    @Test
    void aForeignNameThatPointsHereMayNot() {
        assertThat(new Caller("127.0.0.1", "evil.example:8080", "http://evil.example:8080").objection(false))
                .isPresent();
    }

    @Test
    void aRequestThatDoesNotNameUsMayNot() {
        assertThat(new Caller("127.0.0.1", null, null).objection(false)).isPresent();
    }
}
