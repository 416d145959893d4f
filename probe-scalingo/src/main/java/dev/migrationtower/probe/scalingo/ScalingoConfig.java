package dev.migrationtower.probe.scalingo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What this probe must know: who we are at Scalingo, and where that is. */
@ConfigMapping(prefix = "tower.scalingo")
interface ScalingoConfig {
    /** By the name that plans use. */
    Map<String, Account> accounts();

    /** Where tokens are exchanged; the same for all regions. */
    @WithDefault("https://auth.scalingo.com")
    String authUrl();

    /** Where applications are, by region. */
    @WithDefault("https://api.{region}.scalingo.com")
    String apiUrl();

    /** Where databases are, by region. */
    @WithDefault("https://db-api.{region}.scalingo.com")
    String databaseUrl();

    /** Requests that an account makes in a minute at most; Scalingo allows 60, and people ask, too. */
    @WithDefault("50")
    int requests();

    /** For one request. */
    @WithDefault("5s")
    Duration timeout();

    /** Who we are. */
    interface Account {
        /** An API token ({@code tk-us-...}) of a user who is a collaborator of the applications. */
        String token();
    }
}
