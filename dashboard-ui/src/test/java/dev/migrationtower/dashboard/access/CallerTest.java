package dev.migrationtower.dashboard.access;

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
    void thisMachineIsKnownByItsAddressAndItsName(String address, String host, String origin) {
        Caller caller = new Caller(address, host, origin);

        assertThat(caller.onThisMachine()).isTrue();
        assertThat(caller.foreignPage()).isEmpty();
    }

    @Test
    void anotherMachineIsNot() {
        assertThat(new Caller("192.0.2.7", "localhost:8080", null).onThisMachine())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http://evil.example",
        "localhost:8080, http://localhost:9999",
        "localhost:8080, null",
        "localhost:8080, http://["
    })
    void aForeignPageIsFoundOut(String host, String origin) {
        assertThat(new Caller("127.0.0.1", host, origin).foreignPage()).isPresent();
    }

    @Test
    void whatAProxyOnThisMachinePassesOnIsNotFromThisMachine() {
        assertThat(new Caller("127.0.0.1", "localhost:8080", null, true).onThisMachine())
                .isFalse();
    }

    @Test
    void aForeignNameThatPointsHereIsNotThisMachine() {
        assertThat(new Caller("127.0.0.1", "evil.example:8080", "http://evil.example:8080").onThisMachine())
                .isFalse();
    }

    @Test
    void aRequestThatDoesNotNameUsIsNotFromHere() {
        assertThat(new Caller("127.0.0.1", null, null).onThisMachine()).isFalse();
    }
}
