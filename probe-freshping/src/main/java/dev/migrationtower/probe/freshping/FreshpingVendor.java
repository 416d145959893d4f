package dev.migrationtower.probe.freshping;

import dev.migrationtower.probe.monitors.MonitorsApi;
import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

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

    private final FreshpingConfig config;

    @Inject
    FreshpingVendor(FreshpingConfig config) {
        this.config = config;
    }

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public VendorLimits limits() {
        return new VendorLimits(config.requests(), Duration.ofHours(1), config.timeout());
    }

    @Override
    public Accounts<MonitorsApi> accounts(Function<String, VendorAccount> open) {
        return Accounts.of(
                "tower.freshping.accounts",
                config.accounts(),
                (name, who) -> new FreshpingApi(open.apply(name), URI.create(config.url()), who));
    }
}
