package dev.migrationtower.probe.monitors;

import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts together. */
final class MonitorsWiring {
    private MonitorsWiring() {}

    @Produces
    @Singleton
    static Probe probe(
            Vertx vertx,
            @ConfigProperty(name = "tower.probe") String kind,
            @All List<MonitorsVendor> vendors,
            MeterRegistry registry,
            Clock clock) {
        MonitorsVendor vendor = vendors.stream()
                .filter(one -> one.words().kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("tower.probe is \"" + kind + "\", must be one of "
                        + vendors.stream()
                                .map(one -> one.words().kind())
                                .sorted()
                                .toList()));
        return new MonitorsProbe(
                vendor.words(),
                vendor.accounts().all(name -> new VendorAccount(vertx, vendor.limits(), kind, name, registry, clock)));
    }
}
