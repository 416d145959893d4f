package dev.migrationtower.probe.scalingo;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import java.util.Locale;

/** Why Scalingo told nothing, and what to do about it. */
final class ScalingoFailure {
    private ScalingoFailure() {}

    /** The look that stands for the failure. */
    static Look look(ScalingoSettings settings, Throwable failure) {
        return VendorException.look(
                failure,
                "Scalingo, app " + settings.app() + ", region " + settings.region() + ", account " + settings.account(),
                kind -> advice(settings, kind));
    }

    private static String advice(ScalingoSettings settings, VendorFailure kind) {
        return switch (kind) {
            case UNAUTHORISED ->
                "Scalingo does not accept the token of this account. Create one under Account > API tokens and set"
                        + " TOWER_SCALINGO_ACCOUNTS_"
                        + settings.account().toUpperCase(Locale.ROOT) + "_TOKEN";
            case FORBIDDEN -> "The owner of the token may not see this. Invite them to the app as a collaborator";
            case NOT_FOUND -> "Correct app, region or addon in the plan: an app of another region is not found, either";
            case THROTTLED ->
                "Scalingo allows 60 requests a minute to all who use the token. It is asked again by itself; make the"
                        + " intervals of the checks longer if this stays";
            case UNAVAILABLE ->
                "Look at https://scalingostatus.com, at the network of this probe, and at tower.scalingo.api-url,"
                        + " .auth-url and .database-url";
            case UNREADABLE ->
                "Its API may have changed, or something stands between: look at tower.scalingo.api-url, .auth-url and"
                        + " .database-url";
        };
    }
}
