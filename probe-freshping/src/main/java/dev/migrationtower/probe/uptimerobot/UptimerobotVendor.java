package dev.migrationtower.probe.uptimerobot;

import dev.migrationtower.probe.monitors.MonitorsVendor;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;

/** Puts the parts together. */
final class UptimerobotVendor {
    private static final MonitorsVendor.Words WORDS = new MonitorsVendor.Words(
            "uptimerobot",
            "UptimeRobot",
            "KEY",
            "10 requests a minute to its smallest plan",
            "https://dashboard.uptimerobot.com/monitors",
            "Look at https://status.uptimerobot.com, at the network of this probe, and at tower.uptimerobot.url");

    private UptimerobotVendor() {}

    @Produces
    @Singleton
    static MonitorsVendor of(UptimerobotConfig config) {
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofMinutes(1), config.timeout());
        URI url = URI.create(config.url());
        return MonitorsVendor.of(
                WORDS, limits, config.accounts(), (account, who) -> new UptimerobotApi(account, url, who.key()));
    }
}
