package dev.migrationtower.probe.freshping;

import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;

/** Puts the parts together. */
final class FreshpingVendor {
    private static final MonitorsVendor.Words WORDS = new MonitorsVendor.Words(
            "freshping",
            "Freshping",
            "KEY and its SUBDOMAIN",
            "100 requests an hour to its smallest plan",
            "https://www.freshworks.com/website-monitoring/",
            "Freshping was shut down in 2026: the kinds of probe betterstack and uptimerobot ask who may have taken its place");

    private FreshpingVendor() {}

    @Produces
    @Singleton
    static MonitorsVendor of(FreshpingConfig config) {
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofHours(1), config.timeout());
        URI url = URI.create(config.url());
        return MonitorsVendor.of(
                WORDS, limits, config.accounts(), (account, who) -> new FreshpingApi(account, url, who));
    }
}
