package dev.migrationtower.probe.runtime.vendor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Who we are to a vendor. Thread-safe. */
public interface Credentials {

    /** The headers that say so in this question. */
    CompletionStage<Map<String, String>> headers(VendorQuestion question);

    /** What must never be shown, should the vendor repeat it. */
    List<String> secrets();

    /** Whether the vendor says with this answer that it does not know us. */
    default boolean refused(VendorAnswer answer) {
        return answer.status() == 401;
    }

    /**
     * The vendor refused these headers.
     *
     * @return whether others can be had, so that it is worth asking once more
     */
    default boolean renew(Map<String, String> refused) {
        return false;
    }

    /** Headers that never change. */
    static Credentials fixed(Map<String, String> headers, String... secrets) {
        List<String> hidden = List.of(secrets);
        return new Credentials() {
            @Override
            public CompletionStage<Map<String, String>> headers(VendorQuestion question) {
                return CompletableFuture.completedFuture(headers);
            }

            @Override
            public List<String> secrets() {
                return hidden;
            }
        };
    }

    /** A token that never changes. */
    static Credentials bearer(String token) {
        return fixed(Map.of("Authorization", "Bearer " + token), token);
    }

    /** User and password, of which one may be empty. */
    static Credentials basic(String user, String password) {
        String both = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return fixed(Map.of("Authorization", "Basic " + both), user, password, both);
    }
}
