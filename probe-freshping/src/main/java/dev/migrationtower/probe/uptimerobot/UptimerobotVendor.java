package dev.migrationtower.probe.uptimerobot;

import dev.migrationtower.probe.monitors.MonitorsApi;
import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** Puts the parts together. */
@Singleton
final class UptimerobotVendor implements MonitorsVendor {
    private static final Words WORDS = new Words(
            "uptimerobot",
            "UptimeRobot",
            "KEY",
            "10 requests a minute to its smallest plan",
            "https://dashboard.uptimerobot.com/monitors",
            "Look at https://status.uptimerobot.com, at the network of this probe, and at tower.uptimerobot.url");

    private final Vertx vertx;
    private final UptimerobotConfig config;
    private final MeterRegistry registry;
    private final Clock clock;

    @Inject
    UptimerobotVendor(Vertx vertx, UptimerobotConfig config, MeterRegistry registry, Clock clock) {
        this.vertx = vertx;
        this.config = config;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public Accounts<MonitorsApi> accounts() {
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofMinutes(1), config.timeout());
        return Accounts.of(
                "tower.uptimerobot.accounts",
                config.accounts(),
                (name, who) -> new UptimerobotApi(
                        new VendorAccount(vertx, limits, WORDS.kind(), name, registry, clock),
                        URI.create(config.url()),
                        who.key()));
    }
}
