package dev.migrationtower.probe.runtime.vendor;

import java.time.Instant;

/**
 * A document of a vendor.
 *
 * @param at when it answered, by its own clock: ages are measured from here, so that a wrong clock of ours changes none
 */
public record Told<T>(T document, Instant at) {}
