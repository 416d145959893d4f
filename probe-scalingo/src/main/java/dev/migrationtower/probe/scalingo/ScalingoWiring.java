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
import java.util.function.Function;

/** Puts the parts together. */
final class ScalingoWiring {
    private ScalingoWiring() {}

    @Produces
    @Singleton
    static Probe probe(Vertx vertx, ScalingoConfig config, MeterRegistry registry, Clock clock) {
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofMinutes(1), config.timeout());
        return probe(config, name -> new VendorAccount(vertx, limits, "scalingo", name, registry, clock));
    }

    /** @param open what all checks of the account of this name share */
    static ScalingoProbe probe(ScalingoConfig config, Function<String, VendorAccount> open) {
        return new ScalingoProbe(Accounts.of(
                "tower.scalingo.accounts",
                config.accounts(),
                (name, who) -> new ScalingoApi(open.apply(name), config, who.token())));
    }
}
