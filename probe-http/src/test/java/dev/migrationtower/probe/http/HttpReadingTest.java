package dev.migrationtower.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.kit.Contract;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T22:41:07Z");
    private final Secrets secrets = new Secrets(Map.of("TOKEN", "s3cret")::get);
    private final HttpSettings settings = HttpSettings.of(
            new Settings(Map.of("url", "http://app/", "headers", Map.of("Authorization", "Bearer ${TOKEN}"))), secrets);

    @Test
    void aMaintenancePageIsRead() {
        Look look = look(answer("text/plain", "maintenance"));

        assertThat(Contract.reading("http", look))
                .containsEntry("reachable", true)
                .containsEntry("status", 503)
                .containsEntry("latency", "PT0.012S")
                .containsEntry("text", "maintenance")
                .doesNotContainKeys("body", "failure", "location", "tlsExpiresIn");
        assertThat(look.evidence().text()).isEqualTo("HTTP/1.1 503 Service Unavailable");
        assertThat(look.evidence().link()).isEqualTo("http://app/");
    }

    @Test
    void aJsonBodyIsParsed() {
        assertThat(Contract.reading("http", look(answer("application/health+json", "{\"version\": \"3.1\"}"))))
                .containsEntry("body", Map.of("version", "3.1"));
    }

    @Test
    void aBodyThatOnlySaysItIsJsonIsText() {
        assertThat(Contract.reading("http", look(answer("application/json", "<html>"))))
                .containsEntry("text", "<html>")
                .doesNotContainKey("body");
    }

    @Test
    void aBodyThatWasCutIsNotParsedAndTheEvidenceSaysSo() {
        Look look = look(answer("application/json", "1".repeat(5_000), true));

        assertThat(Contract.reading("http", look)).doesNotContainKey("body");
        assertThat((String) Contract.reading("http", look).get("text")).hasSize(4_096);
        assertThat(look.evidence().text()).contains("cut");
    }

    @Test
    void aBodyIsReadInItsOwnCharset() {
        HttpAnswer.Complete latin = new HttpAnswer.Complete(
                "HTTP/1.1",
                200,
                "OK",
                Map.of("content-type", List.of("text/html; charset=ISO-8859-1")),
                "fermé".getBytes(Charset.forName("ISO-8859-1")),
                false,
                Duration.ofMillis(12),
                null);

        assertThat(Contract.reading("http", look(latin))).containsEntry("text", "fermé");
    }

    @Test
    void theEndOfTheCertificateIsCountedFromNow() {
        HttpAnswer.Complete tls = new HttpAnswer.Complete(
                "HTTP/1.1", 200, "OK", Map.of(), new byte[0], false, Duration.ofMillis(12), NOW.plusSeconds(3600));

        assertThat(Contract.reading("http", look(tls)))
                .containsEntry("tlsExpiresIn", "PT1H")
                .doesNotContainKey("text");
    }

    @Test
    void aTargetThatRepeatsOurSecretDoesNotGetItIntoTheRecord() {
        HttpAnswer.Complete echo = new HttpAnswer.Complete(
                "HTTP/1.1",
                302,
                "Found s3cret",
                Map.of(
                        "content-type", List.of("application/json"),
                        "location", List.of("/?token=s3cret"),
                        "x-echo", List.of("Bearer s3cret"),
                        "set-cookie", List.of("session=abc")),
                "{\"you\": \"s3cret\"}".getBytes(StandardCharsets.UTF_8),
                false,
                Duration.ofMillis(12),
                null);

        Look look = look(echo);

        assertThat(look.toString()).doesNotContain("s3cret").doesNotContain("session=abc");
        assertThat(Contract.reading("http", look)).containsEntry("location", "/?token=***");
    }

    @ParameterizedTest
    @EnumSource(HttpFailure.class)
    void aFailureIsNamed(HttpFailure failure) {
        Look look = look(new HttpAnswer.None(failure, "told to s3cret"));

        assertThat(Contract.reading("http", look))
                .containsOnly(Map.entry("reachable", false), Map.entry("failure", failure.word()));
        assertThat(look.evidence().text()).contains("GET http://app/", failure.word(), "told to ***");
    }

    private Look look(HttpAnswer answer) {
        return HttpReading.of(settings, answer, secrets, NOW);
    }

    private static HttpAnswer.Complete answer(String type, String body) {
        return answer(type, body, false);
    }

    private static HttpAnswer.Complete answer(String type, String body, boolean cut) {
        return new HttpAnswer.Complete(
                "HTTP/1.1",
                503,
                "Service Unavailable",
                Map.of("content-type", List.of(type)),
                body.getBytes(StandardCharsets.UTF_8),
                cut,
                Duration.ofMillis(12),
                null);
    }
}
