/**
 * Monitors that watch from outside, whoever runs them: how many there are, how many are paused, how many say that something is down.
 * A {@link dev.migrationtower.probe.monitors.MonitorsVendor} brings the accounts of one vendor, each a {@link
 * dev.migrationtower.probe.monitors.MonitorsApi}; {@code MonitorsReading} makes the same values of all. Which vendor it is, {@code
 * tower.probe} says.
 */
@NullMarked
package dev.migrationtower.probe.monitors;

import org.jspecify.annotations.NullMarked;
