package dev.migrationtower.probe.ovh;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import java.util.Locale;

/** Why OVHcloud told nothing, and what to do about it. */
final class OvhFailure {
    private OvhFailure() {}

    /** The look that stands for the failure. */
    static Look look(OvhSettings settings, Throwable failure) {
        String project = settings.project().isEmpty() ? "" : ", project " + settings.project();
        return VendorException.look(
                failure, "OVHcloud" + project + ", account " + settings.account(), kind -> advice(settings, kind));
    }

    private static String advice(OvhSettings settings, VendorFailure kind) {
        return switch (kind) {
            case UNAUTHORISED ->
                "OVHcloud does not accept the keys of this account, or they have expired, or are those of another"
                        + " region. Look at TOWER_OVH_ACCOUNTS_"
                        + settings.account().toUpperCase(Locale.ROOT) + "_* and its API_URL";
            case FORBIDDEN ->
                "The keys may not see this. Allow GET /cloud/project/* and GET /dedicated/server/* to them, or the same by"
                        + " an IAM policy";
            case NOT_FOUND ->
                "What is not there counts as nothing, least of all as stopped. Correct project and names in the plan";
            case THROTTLED ->
                "It is asked again by itself; make the intervals of the checks longer if this stays, or raise"
                        + " tower.ovh.requests";
            case UNAVAILABLE ->
                "Look at https://public-cloud.status-ovhcloud.com, at the network of this probe, and at the account's"
                        + " api-url and token-url";
            case UNREADABLE ->
                "Its API may have changed, or something stands between: look at the account's api-url and token-url";
        };
    }
}
