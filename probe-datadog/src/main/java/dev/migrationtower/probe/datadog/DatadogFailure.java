package dev.migrationtower.probe.datadog;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import java.util.Locale;

/** Why Datadog told nothing, and what to do about it. */
final class DatadogFailure {
    private DatadogFailure() {}

    /** The look that stands for the failure. */
    static Look look(DatadogSettings settings, String site, Throwable failure) {
        return VendorException.look(
                failure,
                "Datadog, " + settings.subject() + ", site " + site + ", account " + settings.account(),
                kind -> advice(settings, site, kind));
    }

    private static String advice(DatadogSettings settings, String site, VendorFailure kind) {
        String keys = "TOWER_DATADOG_ACCOUNTS_" + settings.account().toUpperCase(Locale.ROOT);
        return switch (kind) {
            case UNAUTHORISED ->
                "Datadog refused the keys: wrong site? It is " + site + ". Set " + keys + "_SITE, " + keys + "_API_KEY"
                        + " and " + keys + "_APPLICATION_KEY";
            case FORBIDDEN ->
                "The owner of the application key may not see this (logs_read_data, monitors_read), or the keys belong"
                        + " to another site than " + site;
            case NOT_FOUND ->
                "Lines are visible about half a minute after they were written. Correct the plan if this stays";
            case THROTTLED ->
                "Datadog allows 300 searches an hour to all of the organisation. It is asked again by itself; make the"
                        + " searches of the plan fewer if this stays";
            case UNAVAILABLE ->
                "It is asked again by itself. Look at https://status.datadoghq.com, at the network of this probe, and"
                        + " at tower.datadog.url";
            case UNREADABLE ->
                "Correct the plan if a value is missing; else its API may have changed, or something stands between:"
                        + " look at tower.datadog.url";
        };
    }
}
