package dev.migrationtower.dashboard.ping;

import dev.migrationtower.dashboard.access.Caller;
import dev.migrationtower.dashboard.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What scripts show to be let in: a token for each run, so that one that becomes known opens no other. It is the HMAC-SHA256 (RFC 2104)
 * of the run's id under a secret, in hexadecimal digits; whoever has the secret can make it, and nothing is stored.
 *
 * @param secret empty: scripts of this machine are let in without a token, others are not
 */
record PingToken(Optional<String> secret) {
    private static final String BEARER = "Bearer ";
    private static final String HMAC = "HmacSHA256";

    /** Why this ping is not taken; empty if it is. */
    Optional<Problem> objection(Caller caller, String run, @Nullable String authorization) {
        if (secret.isPresent()) {
            return shown(of(run, secret.get()), authorization)
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            401,
                            "Unauthorised",
                            "Pings need the header Authorization: Bearer <token>, with the token of this run: the"
                                    + " HMAC-SHA256 of its id under the TOWER_PINGS_SECRET of this service."));
        }
        return caller.onThisMachine() && caller.foreignPage().isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        403,
                        "Not from there",
                        "Without a token pings are taken from this machine only, by the name localhost. Set"
                                + " TOWER_PINGS_SECRET here, and the token of the run where the script runs."));
    }

    /** The token of this run. */
    static String of(String run, String secret) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(bytes(secret), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(bytes(run)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static boolean shown(String token, @Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                // In constant time, so that nobody finds it letter by letter.
                && MessageDigest.isEqual(bytes(authorization.substring(BEARER.length())), bytes(token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Does not show it. */
    @Override
    public String toString() {
        return secret.isPresent() ? "a secret" : "no secret";
    }
}
