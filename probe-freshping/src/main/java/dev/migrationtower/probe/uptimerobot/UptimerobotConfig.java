package dev.migrationtower.probe.uptimerobot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What this probe must know: who we are at UptimeRobot, and where that is. */
@ConfigMapping(prefix = "tower.uptimerobot")
interface UptimerobotConfig {
    /** By the name that plans use. */
    Map<String, Account> accounts();

    /** Where it is. */
    @WithDefault("https://api.uptimerobot.com")
    String url();

    /** Requests that an account makes in a minute at most; the smallest plan allows 10. */
    @WithDefault("10")
    int requests();

    /** For one request. */
    @WithDefault("5s")
    Duration timeout();

    /** Who we are. */
    interface Account {
        /** A read-only API key. */
        String key();
    }
}
