package dev.migrationtower.probe.scalingo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.probe.runtime.vendor.BorrowedToken;
import dev.migrationtower.probe.runtime.vendor.Credentials;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorAnswer;
import dev.migrationtower.probe.runtime.vendor.VendorApi;
import dev.migrationtower.probe.runtime.vendor.VendorQuestion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The doors of an account at Scalingo: its API token is exchanged for one that is good for an hour, and that one for others that open
 * a database each. Thread-safe.
 */
final class ScalingoAccess {
    private static final String JSON = "application/json";
    /** What a token is good for that does not say. */
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final VendorAccount account;
    private final VendorApi applications;
    private final Map<URI, VendorApi> databases = new ConcurrentHashMap<>();

    ScalingoAccess(VendorAccount account, URI auth, String token) {
        this.account = account;
        VendorApi exchange = account.as(Credentials.basic("", token));
        VendorQuestion question = VendorQuestion.post(auth.resolve("/v1/tokens/exchange"), JSON, "");
        applications = account.as(new BorrowedToken(
                () -> exchange.askAnew(question, ScalingoJson.Token.class).thenApply(told -> loan(told.document())),
                answer -> answer.status() == 401,
                System::nanoTime));
    }

    /** To all applications, of all regions. */
    VendorApi applications() {
        return applications;
    }

    /** To the database of this add-on. */
    VendorApi database(URI addon) {
        VendorQuestion question = VendorQuestion.post(URI.create(addon + "/token"), JSON, "");
        return databases.computeIfAbsent(
                addon,
                none -> account.as(new BorrowedToken(
                        () -> applications
                                .askAnew(question, ScalingoJson.OneAddonToken.class)
                                .thenApply(told -> loan(told.document().addon())),
                        ScalingoAccess::closed,
                        System::nanoTime)));
    }

    /** Databases say 400 where everybody else says 401. */
    private static boolean closed(VendorAnswer answer) {
        return answer.status() == 401 || answer.status() == 400 && answer.text().contains("\"unauthorized\"");
    }

    /** The token, and its time: from {@code iat} to {@code exp} (RFC 7519, 4.1), both by Scalingo's clock. */
    private static BorrowedToken.Loan loan(ScalingoJson.Token token) {
        try {
            String[] parts = token.token().split("\\.", -1);
            JsonNode claims =
                    Json.mapper().readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
            long seconds = claims.path("exp").asLong() - claims.path("iat").asLong();
            return new BorrowedToken.Loan(token.token(), seconds > 0 ? Duration.ofSeconds(seconds) : AN_HOUR);
        } catch (JsonProcessingException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Not ours to read: the hour is documented, and a refused token is exchanged anyway.
            return new BorrowedToken.Loan(token.token(), AN_HOUR);
        }
    }
}
