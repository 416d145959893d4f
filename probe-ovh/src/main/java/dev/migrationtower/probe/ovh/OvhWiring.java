package dev.migrationtower.probe.ovh;

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
final class OvhWiring {
    private static final String ACCOUNTS = "tower.ovh.accounts";

    private OvhWiring() {}

    @Produces
    @Singleton
    static Probe probe(Vertx vertx, OvhConfig config, MeterRegistry registry, Clock clock) {
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofMinutes(1), config.timeout());
        return probe(config, name -> new VendorAccount(vertx, limits, "ovh", name, registry, clock), clock);
    }

    /** @param open what all checks of the account of this name share */
    static OvhProbe probe(OvhConfig config, Function<String, VendorAccount> open, Clock clock) {
        return new OvhProbe(Accounts.of(
                ACCOUNTS,
                config.accounts(),
                (name, who) -> new OvhApi(open.apply(name), who, ACCOUNTS + "." + name, clock)));
    }
}
