package dev.migrationtower.probe.runtime.vendor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/**
 * The metrics of an account at a vendor.
 *
 * <table>
 * <caption>As Prometheus sees them</caption>
 * <tr><td>{@code probe_vendor_requests_total{vendor,account,status}}</td><td>requests, by HTTP status, or the word of the failure where none came</td></tr>
 * <tr><td>{@code probe_vendor_budget_remaining{vendor,account}}</td><td>requests that may be made now, by our count and by the vendor's</td></tr>
 * </table>
 *
 * <p>Alert when the budget stays at zero: then the checks of the account are looked at less often than they ask for. Thread-safe.
 */
final class VendorMetrics {
    private final MeterRegistry registry;
    private final String vendor;
    private final String account;

    VendorMetrics(MeterRegistry registry, String vendor, String account) {
        this.registry = registry;
        this.vendor = vendor;
        this.account = account;
    }

    void asked(String status) {
        Counter.builder("probe.vendor.requests")
                .description("Requests to the vendor, by what came of them")
                .tag("vendor", vendor)
                .tag("account", account)
                .tag("status", status)
                .register(registry)
                .increment();
    }

    void budget(Supplier<Number> left) {
        Gauge.builder("probe.vendor.budget.remaining", left)
                .description("Requests that may be made now")
                .tag("vendor", vendor)
                .tag("account", account)
                .register(registry);
    }
}
