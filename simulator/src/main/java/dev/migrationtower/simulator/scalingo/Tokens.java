package dev.migrationtower.simulator.scalingo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Tokens that were lent, each good for a while, and for one thing. Thread-safe. */
final class Tokens {
    private final Duration goodFor;
    private final Map<String, Loan> lent = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    private record Loan(String what, Instant end) {}

    Tokens(Duration goodFor) {
        this.goodFor = goodFor;
    }

    /** A JSON web token (RFC 7519), with a signature that only we understand. */
    String lend(String what, Instant now) {
        Instant end = now.plus(goodFor);
        String token = base64("{\"typ\":\"JWT\",\"alg\":\"HS512\"}") + "."
                + base64("{\"iss\":\"Scalingo\",\"iat\":" + now.getEpochSecond() + ",\"exp\":" + end.getEpochSecond()
                        + "}")
                + "." + base64("signature-" + number.incrementAndGet());
        lent.values().removeIf(loan -> !now.isBefore(loan.end()));
        lent.put(token, new Loan(what, end));
        return token;
    }

    /** Whether this is a token for that, and still good. */
    boolean good(String token, String what, Instant now) {
        Loan loan = lent.get(token);
        return loan != null && loan.what().equals(what) && now.isBefore(loan.end());
    }

    /** None is good any more. */
    void expire() {
        lent.clear();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
