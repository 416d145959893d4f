package dev.migrationtower.probe.http;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What this probe must know. */
@ConfigMapping(prefix = "tower.http")
interface HttpConfig {
    /**
     * Addresses, {@code host:port}, of which at least one can be reached whenever the probe's own network works: a gateway, a name
     * server. None: the probe takes its network for granted.
     */
    Optional<List<String>> guards();
}
