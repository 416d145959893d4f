/**
 * The frame round a probe. A probe module brings one {@link dev.migrationtower.probe.runtime.Probe}; the frame learns from Kafka
 * which checks this instance has, looks at each in time, and publishes what was seen. It knows no vendor.
 *
 * <p>The way of a check: {@code CheckReader} reads it, {@code Assignment} decides whether it is ours, {@code Schedule} when it is
 * due, {@code Rounds} looks, {@code Outbox} keeps the newest observation until {@code Delivery} has it acknowledged.
 */
@NullMarked
package dev.migrationtower.probe.runtime;

import org.jspecify.annotations.NullMarked;
