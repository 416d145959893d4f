package dev.migrationtower.probe.betterstack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What this probe must know: who we are at Better Stack, and where that is. */
@ConfigMapping(prefix = "tower.betterstack")
interface BetterstackConfig {
    /** By the name that plans use. */
    Map<String, Account> accounts();

    /** Where it is. */
    @WithDefault("https://uptime.betterstack.com")
    String url();

    /** Requests that an account makes in a minute at most. */
    @WithDefault("60")
    int requests();

    /** For one request. */
    @WithDefault("5s")
    Duration timeout();

    /** Who we are. */
    interface Account {
        /** A token of the Uptime API. */
        String token();
    }
}
