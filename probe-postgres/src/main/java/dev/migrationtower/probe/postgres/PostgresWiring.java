package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.runtime.Probe;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Puts the parts together. */
final class PostgresWiring {
    private PostgresWiring() {}

    @Produces
    @Singleton
    static Probe probe(PostgresConfig config, Clock clock) {
        Map<String, Datasource> datasources = new TreeMap<>();
        config.datasources().forEach((name, source) -> datasources.put(name, new Datasource(name, source, clock)));
        return new PostgresProbe(datasources, Executors.newVirtualThreadPerTaskExecutor());
    }
}
