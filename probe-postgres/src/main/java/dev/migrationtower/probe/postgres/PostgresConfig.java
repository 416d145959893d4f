package dev.migrationtower.probe.postgres;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;

/** What this probe must know: where the datasources are that plans name. */
@ConfigMapping(prefix = "tower.postgres")
interface PostgresConfig {
    /** By the name that plans use. */
    Map<String, Datasource> datasources();

    /** A database and who we are there. */
    interface Datasource {
        /** {@code jdbc:postgresql://host:port/database}. */
        String url();

        /** A role that has {@code pg_monitor}, and nothing else. */
        String user();

        /** Its password; none where the server asks for none. */
        Optional<String> password();
    }
}
