package dev.migrationtower.probe.ovh;

import dev.migrationtower.simulator.ovh.OvhVoice;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** The configuration as the environment gives it. */
final class FakeOvhConfig {
    private FakeOvhConfig() {}

    static OvhConfig keys(String url, String consumerKey) {
        return at(
                url,
                Map.of(
                        "TOWER_OVH_ACCOUNTS_DEFAULT_APPLICATION_KEY", OvhVoice.APPLICATION_KEY,
                        "TOWER_OVH_ACCOUNTS_DEFAULT_APPLICATION_SECRET", OvhVoice.APPLICATION_SECRET,
                        "TOWER_OVH_ACCOUNTS_DEFAULT_CONSUMER_KEY", consumerKey));
    }

    static OvhConfig client(String url, String secret) {
        return at(
                url,
                Map.of(
                        "TOWER_OVH_ACCOUNTS_DEFAULT_CLIENT_ID",
                        OvhVoice.CLIENT_ID,
                        "TOWER_OVH_ACCOUNTS_DEFAULT_CLIENT_SECRET",
                        secret));
    }

    private static OvhConfig at(String url, Map<String, String> credentials) {
        Map<String, String> environment = new HashMap<>(credentials);
        environment.put("TOWER_OVH_ACCOUNTS_DEFAULT_API_URL", url + "/1.0");
        environment.put("TOWER_OVH_ACCOUNTS_DEFAULT_TOKEN_URL", url + "/auth/oauth2/token");
        return of(environment);
    }

    static OvhConfig of(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(OvhConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .withDefaultValue("tower.ovh.timeout", "PT2S")
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "false")
                .build()
                .getConfigMapping(OvhConfig.class);
    }
}
