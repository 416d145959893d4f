package dev.migrationtower.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T22:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Attempts attempts = new Attempts(clock);

    @Test
    void whoGuessesTooOftenHasToPause() {
        for (int i = 0; i < Attempts.MOST; i++) {
            assertThat(attempts.allowed("ada", "192.0.2.7")).isTrue();
            attempts.failed("ada", "192.0.2.7");
        }

        assertThat(attempts.allowed("ada", "192.0.2.7")).isFalse();
        assertThat(attempts.allowed("ada", "192.0.2.8"))
                .as("ada herself, elsewhere")
                .isTrue();
        now.set(now.get().plus(Attempts.PAUSE));
        assertThat(attempts.allowed("ada", "192.0.2.7")).isTrue();
    }

    @Test
    void whoGetsItRightBeginsAnew() {
        for (int i = 0; i < Attempts.MOST - 1; i++) {
            attempts.failed("ada", "192.0.2.7");
        }
        attempts.succeeded("ada", "192.0.2.7");
        attempts.failed("ada", "192.0.2.7");

        assertThat(attempts.allowed("ada", "192.0.2.7")).isTrue();
    }
}
