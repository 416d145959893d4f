package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void theFirstDeathIsMendedAtOnce() {
        assertThat(backoff.after(Duration.ofSeconds(1))).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void whatKeepsDyingIsStartedLessAndLessOften() {
        Duration first = backoff.after(Duration.ZERO);

        assertThat(backoff.after(Duration.ZERO)).isEqualTo(first.multipliedBy(2));
        for (int i = 0; i < 20; i++) {
            backoff.after(Duration.ZERO);
        }
        assertThat(backoff.after(Duration.ZERO)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aLongLifeForgivesTheDeathsBefore() {
        for (int i = 0; i < 20; i++) {
            backoff.after(Duration.ZERO);
        }

        assertThat(backoff.after(Duration.ofMinutes(5))).isLessThan(Duration.ofSeconds(1));
    }
}
