package dev.migrationtower.probe.monitors;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Asks a vendor, in the name of one account. Thread-safe. */
public interface MonitorsApi {
    /** All monitors of the account, of all pages; fails with a {@link dev.migrationtower.probe.runtime.vendor.VendorException}. */
    CompletionStage<List<Monitor>> all();

    /** How old an answer may be. */
    Duration renewal();
}
