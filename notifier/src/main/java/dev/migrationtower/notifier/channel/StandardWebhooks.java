package dev.migrationtower.notifier.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers of the Standard Webhooks specification, symmetric signature {@code v1}: HMAC-SHA256 of {@code id.timestamp.body}. */
final class StandardWebhooks {
    private static final String PREFIX = "whsec_";
    /** The specification wants 24 to 64 bytes. */
    private static final int SHORTEST = 24;

    private static final int LONGEST = 64;

    private static final int ID_BYTES = 18;

    private final SecretKeySpec key;

    /**
     * @param secret {@code whsec_} and then base64
     * @throws IllegalArgumentException if it is none, without naming it
     */
    StandardWebhooks(String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
        } catch (IllegalArgumentException e) {
            bytes = new byte[0];
        }
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException(
                    "must be whsec_ followed by 24 to 64 random bytes in base64; for example: echo whsec_$(openssl rand -base64 32)");
        }
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** The headers of one attempt. */
    Map<String, String> headers(String notice, Instant attempt, byte[] body) {
        String id = id(notice);
        String timestamp = Long.toString(attempt.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", "v1," + signature(id + "." + timestamp + ".", body));
    }

    /** Made of the notice's id, in which there may be dots, and those the specification does not want. */
    static String id(String notice) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(notice.getBytes(StandardCharsets.UTF_8));
            return "msg_" + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
