package dev.migrationtower.probe.scalingo;

import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Puts the parts together. */
final class ScalingoWiring {
    private ScalingoWiring() {}

    @Produces
    @Singleton
    static Probe probe(Vertx vertx, ScalingoConfig config, MeterRegistry registry, Clock clock) {
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofMinutes(1), config.timeout());
        return new ScalingoProbe(Accounts.of(
                "tower.scalingo.accounts",
                config.accounts(),
                (name, account) -> new ScalingoApi(
                        new VendorAccount(vertx, limits, "scalingo", name, registry, clock), config, account.token())));
    }
}
