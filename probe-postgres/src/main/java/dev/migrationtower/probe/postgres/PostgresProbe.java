package dev.migrationtower.probe.postgres;

import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.Settings;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Looks into a PostgreSQL once. */
final class PostgresProbe implements Probe {
    private final Map<String, Datasource> datasources;
    private final Executor threads;
    /** The server that each datasource led to at first. */
    private final Map<String, Standing> first = new ConcurrentHashMap<>();

    /**
     * @param datasources by the names that plans use
     * @param threads where a look may block
     */
    PostgresProbe(Map<String, Datasource> datasources, Executor threads) {
        this.datasources = new TreeMap<>(datasources);
        this.threads = threads;
    }

    @Override
    public CompletionStage<Look> observe(CheckSpec check) {
        PostgresSettings settings = PostgresSettings.of(new Settings(check.settings()));
        Datasource datasource = datasources.get(settings.datasource());
        return datasource == null
                ? CompletableFuture.completedFuture(noSuchDatasource(settings.datasource()))
                : CompletableFuture.supplyAsync(() -> look(datasource, settings), threads);
    }

    private Look look(Datasource datasource, PostgresSettings settings) {
        try {
            PostgresAnswer answer = datasource.ask(server -> PostgresApi.ask(server, settings));
            return PostgresReading.of(
                    settings, answer, standing -> first.computeIfAbsent(settings.datasource(), none -> standing));
        } catch (SQLException e) {
            return PostgresFailure.look(settings.datasource(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Look.unobservable("stopping", "The probe is being stopped.");
        }
    }

    private Look noSuchDatasource(String name) {
        return Look.unobservable(
                "no-such-datasource",
                "The environment of this probe has no datasource \"" + name + "\", only " + datasources.keySet()
                        + ". Set tower.postgres.datasources." + name
                        + ".url, .user and .password, or correct the plan.");
    }
}
