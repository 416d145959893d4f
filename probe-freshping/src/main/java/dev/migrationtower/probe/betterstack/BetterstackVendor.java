package dev.migrationtower.probe.betterstack;

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
final class BetterstackVendor implements MonitorsVendor {
    private static final Words WORDS = new Words(
            "betterstack",
            "Better Stack",
            "TOKEN",
            "a limited number of requests",
            "https://uptime.betterstack.com",
            "Look at https://status.betterstack.com, at the network of this probe, and at tower.betterstack.url");

    private final Vertx vertx;
    private final BetterstackConfig config;
    private final MeterRegistry registry;
    private final Clock clock;

    @Inject
    BetterstackVendor(Vertx vertx, BetterstackConfig config, MeterRegistry registry, Clock clock) {
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
                "tower.betterstack.accounts",
                config.accounts(),
                (name, who) -> new BetterstackApi(
                        new VendorAccount(vertx, limits, WORDS.kind(), name, registry, clock),
                        URI.create(config.url()),
                        who.token()));
    }
}
