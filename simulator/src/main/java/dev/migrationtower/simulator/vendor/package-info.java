/**
 * What all pretended vendors have in common: a {@link dev.migrationtower.simulator.vendor.VendorServer} that can be brought into any
 * {@link dev.migrationtower.simulator.vendor.Fault} and out of it again. What a vendor says is its {@link
 * dev.migrationtower.simulator.vendor.Voice}. It knows no vendor.
 */
@NullMarked
package dev.migrationtower.simulator.vendor;

import org.jspecify.annotations.NullMarked;
