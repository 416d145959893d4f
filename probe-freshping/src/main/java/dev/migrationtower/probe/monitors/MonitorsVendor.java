package dev.migrationtower.probe.monitors;

import dev.migrationtower.probe.runtime.vendor.Accounts;

/** Somebody who runs monitors for others; one CDI bean each. */
public interface MonitorsVendor {
    /** Who it is. */
    Words words();

    /** The accounts that the configuration names. */
    Accounts<MonitorsApi> accounts();

    /**
     * How people are told of it.
     *
     * @param kind of probe, as plans name it
     * @param title {@code Better Stack}
     * @param secret how the name of the variable ends that holds it: {@code TOKEN}
     * @param allowance {@code 10 requests a minute}
     * @param link where people see their monitors
     * @param away what to think of when it does not answer
     */
    record Words(String kind, String title, String secret, String allowance, String link, String away) {}
}
