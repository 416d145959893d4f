package dev.migrationtower.probe.uptimerobot;

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
final class UptimerobotVendor implements MonitorsVendor {
    private static final Words WORDS = new Words(
            "uptimerobot",
            "UptimeRobot",
            "KEY",
            "10 requests a minute to its smallest plan",
            "https://dashboard.uptimerobot.com/monitors",
            "Look at https://status.uptimerobot.com, at the network of this probe, and at tower.uptimerobot.url");

    private final UptimerobotConfig config;

    @Inject
    UptimerobotVendor(UptimerobotConfig config) {
        this.config = config;
    }

    @Override
    public Words words() {
        return WORDS;
    }

    @Override
    public VendorLimits limits() {
        return new VendorLimits(config.requests(), Duration.ofMinutes(1), config.timeout());
    }

    @Override
    public Accounts<MonitorsApi> accounts(Function<String, VendorAccount> open) {
        return Accounts.of(
                "tower.uptimerobot.accounts",
                config.accounts(),
                (name, who) -> new UptimerobotApi(open.apply(name), URI.create(config.url()), who.key()));
    }
}
