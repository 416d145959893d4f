package dev.migrationtower.probe.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Moved by hand, and by a step of its own whenever it is asked. For one thread. */
final class HandClock extends Clock {
    Instant now = Instant.EPOCH;
    private final Duration step;

    HandClock(Duration step) {
        this.step = step;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        now = now.plus(step);
        return now;
    }
}
