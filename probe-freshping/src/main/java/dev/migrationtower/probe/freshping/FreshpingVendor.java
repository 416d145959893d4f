package dev.migrationtower.probe.freshping;

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
final class FreshpingVendor implements MonitorsVendor {
    private static final Words WORDS = new Words(
            "freshping",
            "Freshping",
            "KEY and its SUBDOMAIN",
            "100 requests an hour to its smallest plan",
            "https://www.freshworks.com/website-monitoring/",
            "Freshping was shut down in 2026: the kinds of probe betterstack and uptimerobot ask who may have taken its place");

    private final Vertx vertx;
    private final FreshpingConfig config;
    private final MeterRegistry registry;
    private final Clock clock;

    @Inject
    FreshpingVendor(Vertx vertx, FreshpingConfig config, MeterRegistry registry, Clock clock) {
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
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofHours(1), config.timeout());
        return Accounts.of(
                "tower.freshping.accounts",
                config.accounts(),
                (name, who) -> new FreshpingApi(
                        new VendorAccount(vertx, limits, WORDS.kind(), name, registry, clock),
                        URI.create(config.url()),
                        who));
    }
}
