package dev.migrationtower.probe.runtime;

import java.time.Duration;

/** The configuration of a pretend probe. */
record PigeonConfig() implements FrameConfig {
    @Override
    public String probe() {
        return "pigeon";
    }

    @Override
    public String instance() {
        return "probe-pigeon-1";
    }

    @Override
    public Duration lookTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public int looksAtOnce() {
        return 8;
    }
}
