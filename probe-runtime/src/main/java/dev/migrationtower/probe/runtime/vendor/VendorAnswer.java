package dev.migrationtower.probe.runtime.vendor;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a vendor answered, whole.
 *
 * @param headers by lower-case name; of several with one name, the first
 */
public record VendorAnswer(int status, Map<String, String> headers, byte[] body) {

    public VendorAnswer {
        headers = Map.copyOf(headers);
    }

    /** A header by its lower-case name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean good() {
        return status / 100 == 2;
    }
}
