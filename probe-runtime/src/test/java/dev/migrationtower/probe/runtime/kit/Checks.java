package dev.migrationtower.probe.runtime.kit;

import dev.migrationtower.events.CheckSpec;
import java.time.Duration;
import java.util.Map;

/** Checks to try probes with. */
public final class Checks {
    private Checks() {}

    /** {@code night-1/app/orga}, every second. */
    public static CheckSpec check(String probe, Map<String, Object> settings) {
        return check("orga", probe, settings);
    }

    /** {@code night-1/app/<item>}, every second. */
    public static CheckSpec check(String item, String probe, Map<String, Object> settings) {
        return new CheckSpec(
                "night-1", "app", item, probe, settings, Duration.ofSeconds(1), Duration.ofSeconds(3), null);
    }
}
