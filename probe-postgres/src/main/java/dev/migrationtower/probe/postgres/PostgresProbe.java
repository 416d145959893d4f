package dev.migrationtower.probe.postgres;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.probe.postgres.rewrite.Rewrite;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.follow.Followed;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** Looks into a PostgreSQL once. */
final class PostgresProbe implements Probe {
    private final Map<String, Datasource> datasources;
    private final Executor threads;
    /** The server that each datasource led to at first. */
    private final Map<String, Standing> first = new ConcurrentHashMap<>();

    private final Followed<Rewrite> rewrites = new Followed<>();

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
        Settings all = new Settings(check.settings());
        if (Followed.is(check)) {
            Rewrite rewrite = rewrites.of(check, followed -> new Rewrite(new Settings(followed.settings())));
            return look(all.requiredText("datasource"), server -> follow(server, all, rewrite));
        }
        PostgresSettings settings = PostgresSettings.of(all);
        return look(
                settings.datasource(),
                server -> PostgresReading.of(
                        settings,
                        PostgresApi.ask(server, settings),
                        standing -> first.computeIfAbsent(settings.datasource(), none -> standing)));
    }

    @Override
    public void forget(CheckKey check) {
        rewrites.forget(check);
    }

    private CompletionStage<Look> look(String name, Datasource.Ask<Look> ask) {
        Datasource datasource = datasources.get(name);
        return datasource == null
                ? CompletableFuture.completedFuture(noSuchDatasource(name))
                : CompletableFuture.supplyAsync(() -> look(name, datasource, ask), threads);
    }

    /** A pooler, or a standby, would show that nothing is under way. */
    private static Look follow(Server server, Settings all, Rewrite rewrite) throws SQLException {
        PostgresSettings settings = PostgresSettings.followed(all);
        return switch (PostgresApi.ask(server, settings)) {
            case PostgresAnswer.Pooled pooled -> PostgresReading.of(settings, pooled, UnaryOperator.identity());
            case PostgresAnswer.Elsewhere elsewhere ->
                PostgresReading.of(settings, elsewhere, UnaryOperator.identity());
            case PostgresAnswer.Blind blind -> rewrite.look(server);
            case PostgresAnswer.Sight sight -> rewrite.look(server);
        };
    }

    private static Look look(String name, Datasource datasource, Datasource.Ask<Look> ask) {
        try {
            return datasource.ask(ask);
        } catch (SQLException e) {
            return PostgresFailure.look(name, e);
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
