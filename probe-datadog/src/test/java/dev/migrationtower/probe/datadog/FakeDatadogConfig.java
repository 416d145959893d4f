package dev.migrationtower.probe.datadog;

import dev.migrationtower.simulator.datadog.DatadogVoice;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration as the environment gives it. */
final class FakeDatadogConfig {
    private FakeDatadogConfig() {}

    static DatadogConfig at(String url) {
        return of(Map.of(
                "TOWER_DATADOG_URL",
                url,
                "TOWER_DATADOG_TIMEOUT",
                "PT2S",
                "TOWER_DATADOG_OVERLAP",
                "PT2M",
                "TOWER_DATADOG_ACCOUNTS_DEFAULT_API_KEY",
                DatadogVoice.API_KEY,
                "TOWER_DATADOG_ACCOUNTS_DEFAULT_APPLICATION_KEY",
                DatadogVoice.APPLICATION_KEY));
    }

    static DatadogConfig of(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(DatadogConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "false")
                .build()
                .getConfigMapping(DatadogConfig.class);
    }
}
