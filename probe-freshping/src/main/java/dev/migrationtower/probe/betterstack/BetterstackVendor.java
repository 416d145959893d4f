package dev.migrationtower.probe.betterstack;

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
final class BetterstackVendor implements MonitorsVendor {
    private static final Words WORDS = new Words(
            "betterstack",
            "Better Stack",
            "TOKEN",
            "a limited number of requests",
            "https://uptime.betterstack.com",
            "Look at https://status.betterstack.com, at the network of this probe, and at tower.betterstack.url");

    private final BetterstackConfig config;

    @Inject
    BetterstackVendor(BetterstackConfig config) {
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
                "tower.betterstack.accounts",
                config.accounts(),
                (name, who) -> new BetterstackApi(open.apply(name), URI.create(config.url()), who.token()));
    }
}
