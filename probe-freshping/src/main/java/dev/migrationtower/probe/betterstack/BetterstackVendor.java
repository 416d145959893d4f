package dev.migrationtower.probe.betterstack;

import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;

/** Puts the parts together. */
final class BetterstackVendor {
    private static final MonitorsVendor.Words WORDS = new MonitorsVendor.Words(
            "betterstack",
            "Better Stack",
            "TOKEN",
            "a limited number of requests",
            "https://uptime.betterstack.com",
            "Look at https://status.betterstack.com, at the network of this probe, and at tower.betterstack.url");

    private BetterstackVendor() {}

    @Produces
    @Singleton
    static MonitorsVendor of(BetterstackConfig config) {
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofMinutes(1), config.timeout());
        URI url = URI.create(config.url());
        return MonitorsVendor.of(
                WORDS, limits, config.accounts(), (account, who) -> new BetterstackApi(account, url, who.token()));
    }
}
