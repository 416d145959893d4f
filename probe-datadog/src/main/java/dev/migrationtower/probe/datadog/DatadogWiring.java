package dev.migrationtower.probe.datadog;

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
final class DatadogWiring {
    private DatadogWiring() {}

    @Produces
    @Singleton
    static Probe probe(Vertx vertx, DatadogConfig config, MeterRegistry registry, Clock clock) {
        VendorLimits limits = new VendorLimits(config.requests(), Duration.ofHours(1), config.timeout());
        return probe(config, name -> new VendorAccount(vertx, limits, "datadog", name, registry, clock), clock);
    }

    /** @param open what all checks of the account of this name share */
    static DatadogProbe probe(DatadogConfig config, Function<String, VendorAccount> open, Clock clock) {
        return new DatadogProbe(Accounts.of(
                "tower.datadog.accounts",
                config.accounts(),
                (name, who) -> new DatadogApi(open.apply(name), config, who, clock)));
    }
}
