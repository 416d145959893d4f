package dev.migrationtower.acceptance;

import dev.migrationtower.simulator.datadog.DatadogVoice;
import dev.migrationtower.simulator.estate.Logs;
import dev.migrationtower.simulator.estate.Machines;
import dev.migrationtower.simulator.estate.Measurements.Measured;
import dev.migrationtower.simulator.estate.Monitors;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.estate.Platform;
import dev.migrationtower.simulator.freshping.FreshpingVoice;
import dev.migrationtower.simulator.ovh.OvhVoice;
import dev.migrationtower.simulator.scalingo.ScalingoVoice;
import dev.migrationtower.simulator.vendor.VendorServer;
import dev.migrationtower.simulator.vendor.Voice;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The simulator's four vendors, who tell of one application, one database, two monitors and one machine: all are off for the night, as
 * of an hour ago.
 */
final class SmallEstate implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Pace PACE = new Pace(1);

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, VendorServer> vendors = new LinkedHashMap<>();

    SmallEstate() throws Exception {
        Instant then = CLOCK.instant().minus(Duration.ofHours(1));
        boolean[] past = {true};
        Platform platform = new Platform(() -> past[0] ? then : CLOCK.instant(), PACE).with("pix-api", 2, true);
        platform.scale("pix-api", "web", 0);
        platform.backups("pix-api", false);
        Machines machines = new Machines(() -> past[0] ? then : CLOCK.instant(), PACE).with("etl-1");
        machines.turn("etl-1", false);
        past[0] = false;
        Monitors monitors = new Monitors()
                .with("app", "https://app.example.org", () -> true)
                .with("api", "https://api.example.org", () -> true);
        monitors.pause("app", true);
        monitors.pause("api", true);
        Logs logs = new Logs(CLOCK);
        logs.write(CLOCK.instant().minusSeconds(60), "stats-1", "stats", "info", Map.of("disk", Map.of("used", 75)));
        open("datadog", new DatadogVoice(logs, PACE));
        open("freshping", new FreshpingVoice(monitors, PACE));
        open("ovh", new OvhVoice(machines, PACE));
        open("scalingo", new ScalingoVoice(platform, app -> new Measured(750, 1000, 0, 480), PACE));
    }

    /** What a probe must be told to look at it. */
    Map<String, String> environment() {
        String scalingo = vendors.get("scalingo").url();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("TOWER_SCALINGO_AUTH_URL", scalingo);
        environment.put("TOWER_SCALINGO_API_URL", scalingo);
        environment.put("TOWER_SCALINGO_DATABASE_URL", scalingo);
        environment.put("TOWER_SCALINGO_ACCOUNTS_DEFAULT_TOKEN", ScalingoVoice.TOKEN);
        environment.put("TOWER_FRESHPING_URL", vendors.get("freshping").url());
        environment.put("TOWER_FRESHPING_ACCOUNTS_DEFAULT_KEY", FreshpingVoice.KEY);
        environment.put("TOWER_FRESHPING_ACCOUNTS_DEFAULT_SUBDOMAIN", FreshpingVoice.SUBDOMAIN);
        environment.put("TOWER_DATADOG_URL", vendors.get("datadog").url());
        environment.put("TOWER_DATADOG_ACCOUNTS_DEFAULT_API_KEY", DatadogVoice.API_KEY);
        environment.put("TOWER_DATADOG_ACCOUNTS_DEFAULT_APPLICATION_KEY", DatadogVoice.APPLICATION_KEY);
        environment.put("TOWER_OVH_ACCOUNTS_DEFAULT_API_URL", vendors.get("ovh").url() + "/1.0");
        environment.put("TOWER_OVH_ACCOUNTS_DEFAULT_APPLICATION_KEY", OvhVoice.APPLICATION_KEY);
        environment.put("TOWER_OVH_ACCOUNTS_DEFAULT_APPLICATION_SECRET", OvhVoice.APPLICATION_SECRET);
        environment.put("TOWER_OVH_ACCOUNTS_DEFAULT_CONSUMER_KEY", OvhVoice.CONSUMER_KEY);
        return environment;
    }

    /** How many requests the vendor of this name was sent. */
    long requests(String vendor) {
        return vendors.get(vendor).times();
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void open(String name, Voice voice) throws Exception {
        vendors.put(name, VendorServer.start(vertx, 0, CLOCK, voice));
    }
}
