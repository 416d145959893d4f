package dev.migrationtower.probe.freshping;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What this probe must know: who we are at Freshping, and where that is. */
@ConfigMapping(prefix = "tower.freshping")
interface FreshpingConfig {
    /** By the name that plans use. */
    Map<String, Account> accounts();

    /** Where it is. */
    @WithDefault("https://api.freshping.io")
    String url();

    /** Requests that an account makes in an hour at most; the smallest plan allows 100. */
    @WithDefault("90")
    int requests();

    /** For one request. */
    @WithDefault("5s")
    Duration timeout();

    /** Who we are. */
    interface Account {
        /** An API key. */
        String key();

        /** The first word of {@code acme.freshping.io}. */
        String subdomain();
    }
}
