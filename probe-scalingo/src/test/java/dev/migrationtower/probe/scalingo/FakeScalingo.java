package dev.migrationtower.probe.scalingo;

import dev.migrationtower.probe.runtime.kit.Bench;
import dev.migrationtower.simulator.estate.Logs;
import dev.migrationtower.simulator.estate.Measurements.Measured;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.estate.Platform;
import dev.migrationtower.simulator.scalingo.ScalingoLog;
import dev.migrationtower.simulator.scalingo.ScalingoVoice;
import dev.migrationtower.simulator.vendor.VendorServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The simulator's Scalingo at 22:44: pix-api is stopped but for a one-off of 22:30, its database is not backed up; pix-web runs; other
 * has no containers and no database.
 */
final class FakeScalingo implements AfterEachCallback, AutoCloseable {
    static final String EXCHANGE = "POST /v1/tokens/exchange";
    static final String APP = "GET /v1/apps/pix-api";
    static final String PS = APP + "/ps";
    static final String FORMATION = APP + "/containers";
    static final String ADDONS = APP + "/addons";
    private static final Instant NOW = Instant.parse("2022-07-23T20:44:00Z");

    final Platform platform;
    final Logs logs;
    final VendorServer server;

    FakeScalingo() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2022-07-23T20:30:00Z"));
        platform = new Platform(now::get, new Pace(1))
                .with("pix-api", 2, true)
                .with("pix-web", 2, false)
                .with("other", 0, false);
        platform.run("pix-api", "bash");
        platform.scale("pix-api", "web", 0);
        platform.backups("pix-api", false);
        now.set(NOW);
        logs = new Logs(now::get);
        server = Bench.vendor(
                Clock.fixed(NOW, ZoneOffset.UTC),
                new ScalingoVoice(platform, app -> new Measured(750, 1000, 2, 480), new Pace(1)));
        logs.drain(new ScalingoLog(server));
    }

    /** A probe with this token. */
    ScalingoProbe probe(String token, Duration timeout, Clock clock) {
        ScalingoConfig config = Bench.config(
                ScalingoConfig.class,
                Map.of(
                        "TOWER_SCALINGO_AUTH_URL", server.url(),
                        "TOWER_SCALINGO_API_URL", server.url(),
                        "TOWER_SCALINGO_DATABASE_URL", server.url(),
                        "TOWER_SCALINGO_ACCOUNTS_DEFAULT_TOKEN", token));
        return ScalingoWiring.probe(config, Bench.accounts("scalingo", timeout, clock));
    }

    /** The one that all is well with. */
    ScalingoProbe probe() {
        return probe(ScalingoVoice.TOKEN, Bench.PATIENT, Clock.systemUTC());
    }

    /** What it knows people by: the API token, those that it lent, and that of the log's stream. */
    List<String> secrets() {
        return Stream.concat(
                        Stream.of(ScalingoVoice.TOKEN, ScalingoVoice.LOG_TOKEN),
                        server.asked().stream()
                                .map(asked -> asked.header("Authorization"))
                                .map(header -> header.substring(header.indexOf(' ') + 1)))
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    @Override
    public void close() {
        server.close();
    }
}
