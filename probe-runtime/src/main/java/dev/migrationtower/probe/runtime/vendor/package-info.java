/**
 * How probes talk to vendors. A {@link dev.migrationtower.probe.runtime.vendor.VendorAccount} is what all checks of one account share:
 * its connections, its {@code Budget} of requests, and what was answered a moment ago. A
 * {@link dev.migrationtower.probe.runtime.vendor.VendorApi} asks in its name, with {@link
 * dev.migrationtower.probe.runtime.vendor.Credentials}; whatever goes wrong becomes a {@link
 * dev.migrationtower.probe.runtime.vendor.VendorException} of one of the few kinds of {@link
 * dev.migrationtower.probe.runtime.vendor.VendorFailure}. It knows no vendor.
 *
 * <p>It stands on Vert.x' plain HTTP client: the Web Client reads an answer to its end before it shows it, so that it cannot be told
 * to stop at a size.
 */
@NullMarked
package dev.migrationtower.probe.runtime.vendor;

import org.jspecify.annotations.NullMarked;
