package dev.migrationtower.probe.datadog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** What this probe must know: who we are at Datadog, and where that is. */
@ConfigMapping(prefix = "tower.datadog")
interface DatadogConfig {
    /** By the name that plans use. */
    Map<String, Account> accounts();

    /** Where the API is, by site. */
    @WithDefault("https://api.{site}")
    String url();

    /** Requests that an account makes in an hour at most; Datadog allows 300 searches, and people search, too. */
    @WithDefault("270")
    int requests();

    /** For one request. */
    @WithDefault("10s")
    Duration timeout();

    /** By how much each look at a log repeats the one before: lines become visible late, and not in their order. */
    @WithDefault("2m")
    Duration overlap();

    /** Who we are. */
    interface Account {
        String apiKey();

        /** Of somebody who may read logs ({@code logs_read_data}) and monitors ({@code monitors_read}). */
        String applicationKey();

        /** {@code datadoghq.com}, {@code datadoghq.eu}, {@code us3.datadoghq.com}, ...; a key of another site is refused. */
        @WithDefault("datadoghq.com")
        String site();
    }
}
