package dev.migrationtower.dashboard.ping;

import dev.migrationtower.dashboard.access.Caller;
import dev.migrationtower.dashboard.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What scripts show to be let in.
 *
 * @param token empty: scripts of this machine are let in without one, others are not
 */
record PingToken(Optional<String> token) {
    private static final String BEARER = "Bearer ";

    /** Why this ping is not taken; empty if it is. */
    Optional<Problem> objection(Caller caller, @Nullable String authorization) {
        if (token.isPresent()) {
            return shown(authorization)
                    ? Optional.empty()
                    : Optional.of(Problem.of(
                            401,
                            "Unauthorised",
                            "Pings need the header Authorization: Bearer <token>, with the token that this service has as"
                                    + " TOWER_PINGS_TOKEN."));
        }
        return caller.onThisMachine() && caller.foreignPage().isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        403,
                        "Not from there",
                        "Without a token pings are taken from this machine only, by the name localhost. Set"
                                + " TOWER_PINGS_TOKEN, here and where the script runs."));
    }

    private boolean shown(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BEARER)
                // In constant time, so that nobody finds it letter by letter.
                && MessageDigest.isEqual(bytes(authorization.substring(BEARER.length())), bytes(token.orElseThrow()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Does not show it. */
    @Override
    public String toString() {
        return token.isPresent() ? "a token" : "no token";
    }
}
