package dev.migrationtower.probe.ovh;

import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The keys of an account, and how a request is signed with them (OVHcloud, "First steps with the API": {@code $1$} and the SHA-1 of
 * secret, consumer key, method, address, body and time, with {@code +} between them). Pure.
 */
record OvhSignature(String applicationKey, String applicationSecret, String consumerKey) {

    /**
     * What the header {@code X-Ovh-Signature} holds.
     *
     * @param seconds since 1970, by OVHcloud's clock
     */
    String of(VendorQuestion question, long seconds) {
        String signed = String.join(
                "+",
                applicationSecret,
                consumerKey,
                question.method(),
                question.url().toString(),
                question.body(),
                Long.toString(seconds));
        return "$1$" + HexFormat.of().formatHex(sha1().digest(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** Shows none of the keys. */
    @Override
    public String toString() {
        return "OvhSignature";
    }
}
