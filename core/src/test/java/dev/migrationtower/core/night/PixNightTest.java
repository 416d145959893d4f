package dev.migrationtower.core.night;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.RunState;
import java.io.IOException;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The night of 23 July 2022, told again from {@code night/pix-2022.scenario}. What comes out is compared with two files that a
 * person can read; when it is meant to be different, write them anew and read what changed:
 *
 * <pre>./mvnw test -pl core -am -Dtest=PixNightTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.renew</pre>
 */
class PixNightTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static Rerun night;

    @BeforeAll
    static void theNightHappensOnceMore() {
        night = PixNight.of(PixNight.plan());
    }

    @Test
    void theRunIsCompletedAtSeventeenHours() {
        assertThat(night.run().view().state()).isEqualTo(RunState.COMPLETED);
        assertThat(night.run().view().endedAt().atZone(PARIS))
                .isBetween("2022-07-24T16:59:30+02:00[Europe/Paris]", "2022-07-24T17:00:30+02:00[Europe/Paris]");
    }

    @Test
    void itsTimelineIsWhatPeopleShouldBeTold() throws IOException {
        Golden.assertSame("timeline.txt", Timeline.of(night.events(), PARIS));
    }

    @Test
    void itsFinalStateIsWhatHappened() throws IOException {
        Golden.assertSame("final-state.txt", FinalState.of(night.run(), night.events()));
    }
}
