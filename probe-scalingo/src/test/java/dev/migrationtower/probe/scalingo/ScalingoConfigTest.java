package dev.migrationtower.probe.scalingo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.runtime.kit.Bench;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalingoConfigTest {
    @Test
    void anAccountIsReadFromTheEnvironment() {
        ScalingoConfig config =
                config(Map.of("TOWER_SCALINGO_TIMEOUT", "PT2S", "TOWER_SCALINGO_ACCOUNTS_PIX_TOKEN", "tk-us-s3cret"));

        assertThat(config.accounts()).containsOnlyKeys("pix");
        assertThat(config.accounts().get("pix").token()).isEqualTo("tk-us-s3cret");
    }

    @Test
    void noAccountIsNoErrorAndTheAddressesAreScalingos() {
        ScalingoConfig config = config(Map.of("TOWER_SCALINGO_TIMEOUT", "PT2S"));

        assertThat(config.accounts()).isEmpty();
        assertThat(config.authUrl()).isEqualTo("https://auth.scalingo.com");
        assertThat(config.apiUrl()).isEqualTo("https://api.{region}.scalingo.com");
        assertThat(config.databaseUrl()).isEqualTo("https://db-api.{region}.scalingo.com");
    }

    private static ScalingoConfig config(Map<String, String> environment) {
        return Bench.config(ScalingoConfig.class, environment);
    }
}
