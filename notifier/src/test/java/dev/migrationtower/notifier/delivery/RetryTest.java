package dev.migrationtower.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryTest {
    private final Retry retry = new Retry(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofDays(1));

    @Test
    void eachPauseIsTwiceTheOneBeforeUpToAMinute() {
        assertThat(retry.after(1, null)).isEqualTo(Duration.ofSeconds(1));
        assertThat(retry.after(4, null)).isEqualTo(Duration.ofSeconds(8));
        assertThat(retry.after(7, null)).isEqualTo(Duration.ofMinutes(1));
        assertThat(retry.after(5000, null)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aReceiverThatAsksForMoreTimeGetsIt() {
        assertThat(retry.after(1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(retry.after(4, Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(8));
    }
}
