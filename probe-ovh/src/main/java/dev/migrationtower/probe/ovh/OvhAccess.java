package dev.migrationtower.probe.ovh;

import dev.migrationtower.probe.runtime.vendor.BorrowedToken;
import dev.migrationtower.probe.runtime.vendor.Credentials;
import dev.migrationtower.probe.runtime.vendor.Told;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorAnswer;
import dev.migrationtower.probe.runtime.vendor.VendorApi;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The door of an account at OVHcloud: by signed requests, or by a token for which an OAuth2 client gives its secret. */
final class OvhAccess {
    private OvhAccess() {}

    /**
     * The API, in the name of the account.
     *
     * @param key of the configuration that the account stands under
     * @throws IllegalArgumentException naming the keys, if the account is neither of both or both
     */
    static VendorApi of(VendorAccount account, OvhConfig.Account config, String key, Clock clock) {
        return account.as(signs(key, config) ? keys(account, config, clock) : token(account, config));
    }

    /** Whether it signs its requests; else it is an OAuth2 client. */
    static boolean signs(String key, OvhConfig.Account config) {
        boolean keys = complete(
                key,
                "application-key, application-secret and consumer-key",
                List.of(config.applicationKey(), config.applicationSecret(), config.consumerKey()));
        boolean client =
                complete(key, "client-id and client-secret", List.of(config.clientId(), config.clientSecret()));
        if (keys == client) {
            throw new IllegalArgumentException(
                    key + " needs either application-key, application-secret and consumer-key, or client-id and"
                            + " client-secret" + (keys ? ", and has both" : ""));
        }
        return keys;
    }

    private static boolean complete(String key, String names, List<Optional<String>> values) {
        long there = values.stream().filter(Optional::isPresent).count();
        if (there != 0 && there != values.size()) {
            throw new IllegalArgumentException(key + " has only some of " + names + ", and needs them all");
        }
        return there != 0;
    }

    private static Credentials keys(VendorAccount account, OvhConfig.Account config, Clock clock) {
        VendorApi open = account.as(Credentials.fixed(Map.of()));
        VendorQuestion time = VendorQuestion.get(URI.create(config.apiUrl() + "/auth/time"));
        return new OvhKeys(
                new OvhSignature(
                        config.applicationKey().orElseThrow(),
                        config.applicationSecret().orElseThrow(),
                        config.consumerKey().orElseThrow()),
                () -> open.askAnew(time, Long.class).thenApply(Told::document),
                clock);
    }

    private static Credentials token(VendorAccount account, OvhConfig.Account config) {
        String secret = config.clientSecret().orElseThrow();
        VendorApi exchange = account.as(new Client(secret));
        VendorQuestion question = VendorQuestion.post(
                URI.create(config.tokenUrl()),
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials&scope=all&client_id="
                        + encoded(config.clientId().orElseThrow()) + "&client_secret=" + encoded(secret));
        return new BorrowedToken(
                () -> exchange.askAnew(question, OvhJson.Token.class)
                        .thenApply(told -> new BorrowedToken.Loan(
                                told.document().accessToken(),
                                Duration.ofSeconds(told.document().expiresIn()))),
                answer -> answer.status() == 401,
                System::nanoTime);
    }

    /** Who asks for a token; says so in the body. */
    private record Client(String secret) implements Credentials {
        @Override
        public CompletionStage<Map<String, String>> headers(VendorQuestion question) {
            return CompletableFuture.completedFuture(Map.of());
        }

        @Override
        public List<String> secrets() {
            return List.of(secret);
        }

        /** A wrong secret is 401 or 400 (RFC 6749, 5.2). */
        @Override
        public boolean refused(VendorAnswer answer) {
            return answer.status() == 401
                    || answer.status() == 400
                            && (answer.text().contains("invalid_client")
                                    || answer.text().contains("unauthorized_client"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
