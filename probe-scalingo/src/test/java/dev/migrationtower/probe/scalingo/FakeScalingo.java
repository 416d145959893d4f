package dev.migrationtower.probe.scalingo;

import dev.migrationtower.simulator.estate.Logs;
import dev.migrationtower.simulator.estate.Measurements.Measured;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.estate.Platform;
import dev.migrationtower.simulator.scalingo.ScalingoLog;
import dev.migrationtower.simulator.scalingo.ScalingoVoice;
import dev.migrationtower.simulator.vendor.VendorServer;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The simulator's Scalingo at 22:44, with one app, which is stopped but for a one-off of 22:30, and its database, which is not backed up. */
final class FakeScalingo implements AutoCloseable {
    static final String EXCHANGE = "POST /v1/tokens/exchange";
    static final String APP = "GET /v1/apps/pix-api";
    static final String PS = APP + "/ps";
    static final String FORMATION = APP + "/containers";
    static final String ADDONS = APP + "/addons";
    private static final Instant NOW = Instant.parse("2022-07-23T20:44:00Z");

    final Platform platform;
    final Logs logs;
    final VendorServer server;

    FakeScalingo(Vertx vertx) throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2022-07-23T20:30:00Z"));
        platform = new Platform(now::get, new Pace(1)).with("pix-api", 2, true).with("other", 0, false);
        platform.run("pix-api", "bash");
        platform.scale("pix-api", "web", 0);
        platform.backups("pix-api", false);
        now.set(NOW);
        logs = new Logs(now::get);
        server = VendorServer.start(
                vertx,
                0,
                Clock.fixed(NOW, ZoneOffset.UTC),
                new ScalingoVoice(platform, app -> new Measured(750, 1000, 2, 480), new Pace(1)));
        logs.drain(new ScalingoLog(server));
    }

    @Override
    public void close() {
        server.close();
    }
}
