package dev.migrationtower.dashboard.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How browsers are kept up to date. */
@ConfigMapping(prefix = "tower.stream")
interface StreamConfig {
    /** How often a browser hears that its link is alive; without any frame for 2.5 of these it says that it is not. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How many browsers one instance takes; the next is refused, in words, and may find another instance. */
    @WithDefault("12000")
    int viewers();
}
