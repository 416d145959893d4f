package dev.migrationtower.probe.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresConfigTest {
    @Test
    void aDatasourceIsReadFromTheEnvironment() {
        PostgresConfig config = config(Map.of(
                "TOWER_POSTGRES_DATASOURCES_API_URL", "jdbc:postgresql://db/api",
                "TOWER_POSTGRES_DATASOURCES_API_USER", "tower",
                "TOWER_POSTGRES_DATASOURCES_API_PASSWORD", "s3cret",
                "TOWER_POSTGRES_DATASOURCES__DATA_WAREHOUSE__URL", "jdbc:postgresql://db/dw",
                "TOWER_POSTGRES_DATASOURCES__DATA_WAREHOUSE__USER", "tower"));

        assertThat(config.datasources().get("api").url()).isEqualTo("jdbc:postgresql://db/api");
        assertThat(config.datasources().get("api").password()).contains("s3cret");
        assertThat(config.datasources()).containsKey("data.warehouse");
    }

    @Test
    void noDatasourceIsNoError() {
        assertThat(config(Map.of()).datasources()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsNamedByItsKeyAndNotShown() {
        PostgresConfig config = config(Map.of(
                "TOWER_POSTGRES_DATASOURCES_API_URL", "mysql://tower:s3cret@db/api",
                "TOWER_POSTGRES_DATASOURCES_API_USER", "tower"));

        assertThatThrownBy(() -> new Datasource("api", config.datasources().get("api"), Clock.systemUTC()))
                .hasMessageContaining("tower.postgres.datasources.api.url")
                .hasMessageNotContaining("s3cret");
    }

    private static PostgresConfig config(Map<String, String> environment) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(PostgresConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build();
        return config.getConfigMapping(PostgresConfig.class);
    }
}
