package dev.migrationtower.probe.scalingo;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The configuration as the environment gives it. */
final class FakeScalingoConfig {
    private FakeScalingoConfig() {}

    static ScalingoConfig at(String url, String token) {
        return of(Map.of(
                "TOWER_SCALINGO_AUTH_URL", url,
                "TOWER_SCALINGO_API_URL", url,
                "TOWER_SCALINGO_DATABASE_URL", url,
                "TOWER_SCALINGO_TIMEOUT", "PT2S",
                "TOWER_SCALINGO_ACCOUNTS_DEFAULT_TOKEN", token));
    }

    static ScalingoConfig of(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(ScalingoConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "false")
                .build()
                .getConfigMapping(ScalingoConfig.class);
    }
}
