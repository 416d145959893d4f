package dev.migrationtower.probe.runtime.vendor;

import java.util.Locale;

/** Why a vendor told nothing that could be used. */
public enum VendorFailure {
    /** It does not know who we are: no token, a wrong one, an expired one. */
    UNAUTHORISED,
    /** It knows us, and does not let us see this. */
    FORBIDDEN,
    /** It has no such thing, or does not show it to us. */
    NOT_FOUND,
    /** Too many requests, by the vendor's count or by our own. */
    THROTTLED,
    /** It could not be reached, did not answer in time, or is broken. */
    UNAVAILABLE,
    /** It answered something that we cannot make sense of, or too much of it. */
    UNREADABLE;

    /** The kind of an answer that is not good. */
    static VendorFailure of(int status) {
        return switch (status) {
            case 401 -> UNAUTHORISED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 429 -> THROTTLED;
            default -> status >= 500 || status == 408 ? UNAVAILABLE : UNREADABLE;
        };
    }

    /** The cause of an <em>unobservable</em>, kebab-case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
