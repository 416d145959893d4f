package dev.migrationtower.probe.runtime.vendor;

import java.time.Duration;

/**
 * What we take the liberty of with an account.
 *
 * @param requests how many in a period; somewhat less than the vendor allows, because people ask, too
 * @param timeout for one exchange, from the look-up of the name to the last byte
 */
public record VendorLimits(int requests, Duration period, Duration timeout) {
    /** The longest answer that is read: 8 MiB. */
    static final int LARGEST = 8 * 1024 * 1024;

    /** @throws IllegalArgumentException if one of them is not above zero */
    public VendorLimits {
        if (requests < 1 || !period.isPositive() || !timeout.isPositive()) {
            throw new IllegalArgumentException("requests, period and timeout of a vendor must be above zero");
        }
    }
}
