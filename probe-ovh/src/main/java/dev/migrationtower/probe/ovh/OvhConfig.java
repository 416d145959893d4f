package dev.migrationtower.probe.ovh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What this probe must know: who we are at OVHcloud, and where that is. */
@ConfigMapping(prefix = "tower.ovh")
interface OvhConfig {
    /** By the name that plans use. */
    Map<String, Account> accounts();

    /** Requests that an account makes in a minute at most; OVHcloud publishes no limit, and people ask, too. */
    @WithDefault("60")
    int requests();

    /** For one request. */
    @WithDefault("5s")
    Duration timeout();

    /** Who we are: either three keys, with which requests are signed, or an OAuth2 client. */
    interface Account {
        /** Where the account is: Europe if it is not said. */
        @WithDefault("https://eu.api.ovh.com/1.0")
        String apiUrl();

        /** Where an OAuth2 client gets its tokens. */
        @WithDefault("https://www.ovh.com/auth/oauth2/token")
        String tokenUrl();

        Optional<String> applicationKey();

        Optional<String> applicationSecret();

        Optional<String> consumerKey();

        Optional<String> clientId();

        Optional<String> clientSecret();
    }
}
