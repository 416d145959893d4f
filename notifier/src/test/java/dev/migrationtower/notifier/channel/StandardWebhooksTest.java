package dev.migrationtower.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void whatIsSignedIsTheIdTheTimeAndTheBody() throws Exception {
        byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

        Map<String, String> headers =
                new StandardWebhooks(SECRET).headers("night.1/7", Instant.ofEpochSecond(1674087231), body);

        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(java.util.Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
        String signed = headers.get("webhook-id") + ".1674087231.{\"a\":1}";
        assertThat(headers)
                .containsEntry("webhook-timestamp", "1674087231")
                .containsEntry(
                        "webhook-signature",
                        "v1,"
                                + java.util.Base64.getEncoder()
                                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    /** The example of the specification's own libraries. */
    @Test
    void theSignatureIsThatOfOthers() {
        assertThat(new StandardWebhooks(SECRET)
                        .signature(
                                "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.",
                                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void theIdIsTheSameForTheSameNoticeAndHasNoDot() {
        assertThat(StandardWebhooks.id("2022.07/7"))
                .isEqualTo(StandardWebhooks.id("2022.07/7"))
                .doesNotContain(".");
        assertThat(StandardWebhooks.id("a/1")).isNotEqualTo(StandardWebhooks.id("a/2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "whsec_short", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!!!"})
    void aSecretThatIsNoneIsRefusedWithoutBeingNamed(String secret) {
        assertThatThrownBy(() -> new StandardWebhooks(secret))
                .hasMessageContaining("whsec_ followed by")
                .hasMessageNotContaining(secret.length() > 6 ? secret.substring(6) : "\0");
    }
}
