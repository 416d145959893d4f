package dev.migrationtower.probe.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Signal;
import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void aPingIsNoLook() {
        Outcome ping = new Outcome.Ping("api", "alter-ke", Signal.ALIVE, 40.5, null);

        assertThatThrownBy(() -> new Look(ping, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("told by a script");
    }
}
