package dev.migrationtower.probe.monitors;

import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import java.util.function.Function;

/** Somebody who runs monitors for others; one CDI bean each. */
public interface MonitorsVendor {
    /** Who it is. */
    Words words();

    /** What we take the liberty of with each of its accounts. */
    VendorLimits limits();

    /**
     * The accounts that the configuration names.
     *
     * @param open what all checks of the account of this name share
     */
    Accounts<MonitorsApi> accounts(Function<String, VendorAccount> open);

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
