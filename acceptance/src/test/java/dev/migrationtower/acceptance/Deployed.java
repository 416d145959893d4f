package dev.migrationtower.acceptance;

import java.util.Set;

/** What runs of the tower wherever all of it is deployed, by the names of its services. */
final class Deployed {
    static final Set<String> SERVICES = Set.of(
            "aggregator",
            "dashboard-ui",
            "notifier",
            "probe-betterstack",
            "probe-datadog",
            "probe-freshping",
            "probe-http",
            "probe-ovh",
            "probe-postgres",
            "probe-scalingo",
            "probe-uptimerobot");

    private Deployed() {}
}
