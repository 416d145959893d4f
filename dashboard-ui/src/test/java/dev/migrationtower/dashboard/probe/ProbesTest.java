package dev.migrationtower.dashboard.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.ProbeAlive;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final Instant TEN = Instant.parse("2026-11-22T22:00:00Z");
    private final Probes probes = new Probes(Clock.fixed(TEN, ZoneOffset.UTC));

    @Test
    void anInstanceIsShownWithTheAgeOfItsLastSign() {
        probes.heard(alive(TEN.minusSeconds(7), 3, false));

        assertThat(probes.signs()).singleElement().satisfies(sign -> {
            assertThat(sign.instance()).isEqualTo("probe-http-1");
            assertThat(sign.ageSeconds()).isEqualTo(7);
        });
    }

    @Test
    void aMereFurtherSignIsNoChangeButMoreChecksAre() {
        probes.heard(alive(TEN.minusSeconds(7), 3, false));
        long before = probes.changes();

        probes.heard(alive(TEN.minusSeconds(2), 3, false));
        assertThat(probes.changes()).isEqualTo(before);

        probes.heard(alive(TEN.minusSeconds(1), 4, false));
        assertThat(probes.changes()).isGreaterThan(before);
    }

    @Test
    void oneThatEndedInOrderIsTakenOffOneThatFellSilentStays() {
        probes.heard(alive(TEN.minusSeconds(600), 3, false));
        assertThat(probes.signs()).hasSize(1);

        probes.heard(alive(TEN, 0, true));
        assertThat(probes.signs()).isEmpty();
    }

    @Test
    void oneThatIsSilentForHoursIsForgotten() {
        probes.heard(alive(TEN.minusSeconds(3700), 3, false));

        assertThat(probes.signs()).isEmpty();
    }

    private static ProbeAlive alive(Instant at, int checks, boolean stopping) {
        return new ProbeAlive("http", "probe-http-1", at, TEN.minusSeconds(9000), checks, List.of(), stopping, null);
    }
}
