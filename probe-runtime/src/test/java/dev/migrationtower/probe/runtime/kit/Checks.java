package dev.migrationtower.probe.runtime.kit;

import dev.migrationtower.events.CheckSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks to try probes with. */
public final class Checks {
    private Checks() {}

    /** {@code night-1/app/orga}, every second. */
    public static CheckSpec check(String probe, Map<String, Object> settings) {
        return check("orga", probe, settings);
    }

    /** {@code night-1/app/<item>}, every second. */
    public static CheckSpec check(String item, String probe, Map<String, Object> settings) {
        return check("app", item, probe, settings, null);
    }

    /** What a script is followed by, every second: {@code night-1/migrate.follow/migrate.follow}. */
    public static CheckSpec follow(String probe, Map<String, Object> settings, @Nullable Instant since) {
        return check("migrate.follow", "migrate.follow", probe, settings, since);
    }

    private static CheckSpec check(
            String check, String item, String probe, Map<String, Object> settings, @Nullable Instant since) {
        return new CheckSpec(
                "night-1", check, item, probe, settings, Duration.ofSeconds(1), Duration.ofSeconds(3), since, "1");
    }
}
