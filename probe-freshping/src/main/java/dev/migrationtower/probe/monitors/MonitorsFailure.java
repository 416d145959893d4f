package dev.migrationtower.probe.monitors;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import java.util.Locale;

/** Why a vendor told nothing, and what to do about it. */
final class MonitorsFailure {
    private MonitorsFailure() {}

    /** The look that stands for the failure. */
    static Look look(MonitorsSettings settings, MonitorsVendor.Words vendor, Throwable failure) {
        return VendorException.look(
                failure, vendor.title() + ", account " + settings.account(), kind -> advice(settings, vendor, kind));
    }

    private static String advice(MonitorsSettings settings, MonitorsVendor.Words vendor, VendorFailure kind) {
        String key = "TOWER_" + vendor.kind().toUpperCase(Locale.ROOT) + "_ACCOUNTS_"
                + settings.account().toUpperCase(Locale.ROOT) + "_" + vendor.secret();
        return switch (kind) {
            case UNAUTHORISED -> vendor.title() + " does not accept the key of this account: set " + key;
            case FORBIDDEN -> "The key may not list monitors: set another as " + key;
            case NOT_FOUND ->
                "Is it the right account? Look at " + vendor.link() + ", correct names or tags in the plan";
            case THROTTLED ->
                vendor.title() + " allows " + vendor.allowance()
                        + ". It is asked again by itself; make the interval of the check longer if this stays";
            case UNAVAILABLE -> vendor.away();
            case UNREADABLE ->
                "Its API may have changed, or something stands between: look at tower." + vendor.kind() + ".url";
        };
    }
}
