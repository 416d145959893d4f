package dev.migrationtower.probe.runtime.vendor;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One request to a vendor, without its credentials. Two that are equal are one question.
 *
 * @param contentType of the body; absent: there is none
 * @param body may hold a secret, where the vendor wants it there
 */
public record VendorQuestion(
        String method, URI url, @Nullable String contentType, String body) {

    /** Asks for what stands at this address. */
    public static VendorQuestion get(URI url) {
        return new VendorQuestion("GET", url, null, "");
    }

    /** Sends this there. */
    public static VendorQuestion post(URI url, String contentType, String body) {
        return new VendorQuestion("POST", url, contentType, body);
    }

    /** What people see of it: neither the query nor the body, where secrets may stand. */
    @Override
    public String toString() {
        return method + " " + url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    }
}
