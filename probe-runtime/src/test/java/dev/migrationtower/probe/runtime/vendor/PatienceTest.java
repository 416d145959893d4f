package dev.migrationtower.probe.runtime.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant NOW = Instant.parse("2022-07-23T20:44:00Z");

    @Test
    void retryAfterIsSecondsOrADate() {
        assertThat(asked("retry-after", "7")).contains(Duration.ofSeconds(7));
        assertThat(asked("retry-after", "Sat, 23 Jul 2022 20:44:30 GMT")).contains(Duration.ofSeconds(30));
        assertThat(asked("retry-after", "soon")).isEmpty();
    }

    @Test
    void aResetIsSecondsToWaitOrAnInstant() {
        assertThat(asked("x-ratelimit-reset", "2429")).contains(Duration.ofSeconds(2_429));
        assertThat(asked("x-ratelimit-reset", Long.toString(NOW.getEpochSecond() + 12)))
                .contains(Duration.ofSeconds(12));
    }

    @Test
    void aTimeThatIsPastIsNoneAndAnEndlessOneIsAnHour() {
        assertThat(asked("x-ratelimit-reset", Long.toString(NOW.getEpochSecond() - 12)))
                .contains(Duration.ZERO);
        assertThat(asked("retry-after", "99999999")).contains(Duration.ofHours(1));
    }

    @Test
    void aVendorThatDoesNotSayIsLeftAloneLongerEachTime() {
        assertThat(Patience.unasked(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Patience.unasked(2)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Patience.unasked(50)).isEqualTo(Duration.ofSeconds(64));
    }

    private static Optional<Duration> asked(String header, String value) {
        return Patience.asked(new VendorAnswer(429, Map.of(header, value), new byte[0]), NOW);
    }
}
