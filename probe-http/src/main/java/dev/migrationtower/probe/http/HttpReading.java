package dev.migrationtower.probe.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.Json;
import dev.migrationtower.probe.runtime.Look;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes values of an answer, by the names of the probe's schema. Pure. */
final class HttpReading {
    private static final int TEXT_CHARACTERS = 4_096;
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9._-]+)");

    private HttpReading() {}

    /** What was seen at this address; the secrets do not show. */
    static Look of(HttpSettings settings, HttpAnswer answer, Secrets secrets, Instant now) {
        return switch (answer) {
            case HttpAnswer.Complete complete -> complete(settings, complete, secrets, now);
            case HttpAnswer.None none -> none(settings, none, secrets);
        };
    }

    private static Look none(HttpSettings settings, HttpAnswer.None none, Secrets secrets) {
        String words =
                settings.method() + " " + settings.url() + ": " + none.failure().word() + ": " + none.detail();
        return Look.seen(
                Map.of("reachable", false, "failure", none.failure().word()), evidence(settings, words, secrets));
    }

    private static Look complete(HttpSettings settings, HttpAnswer.Complete answer, Secrets secrets, Instant now) {
        String text = secrets.hide(new String(answer.body(), charset(answer)));
        Map<String, Object> values = new TreeMap<>();
        values.put("reachable", true);
        values.put("status", answer.status());
        values.put("latency", answer.latency().toString());
        values.put("headers", headers(answer, secrets));
        first(answer, "location").ifPresent(location -> values.put("location", secrets.hide(location)));
        if (!text.isEmpty()) {
            values.put("text", text.substring(0, Math.min(text.length(), TEXT_CHARACTERS)));
        }
        json(answer, text).ifPresent(body -> values.put("body", body));
        if (answer.certificateEnds() != null) {
            values.put(
                    "tlsExpiresIn",
                    Duration.between(now, answer.certificateEnds()).toString());
        }
        String words = answer.version() + " " + answer.status() + " " + answer.phrase()
                + (answer.cut() ? ", body cut at " + CappedBody.KEPT + " bytes" : "");
        return Look.seen(values, evidence(settings, words.strip(), secrets));
    }

    private static Evidence evidence(HttpSettings settings, String words, Secrets secrets) {
        return new Evidence(secrets.hide(words), settings.url().toString());
    }

    /** All but the cookies: they are keys to a session. */
    private static Map<String, String> headers(HttpAnswer.Complete answer, Secrets secrets) {
        Map<String, String> headers = new TreeMap<>();
        answer.headers().forEach((name, values) -> headers.put(name, secrets.hide(String.join(", ", values))));
        headers.remove("set-cookie");
        return headers;
    }

    private static Optional<Object> json(HttpAnswer.Complete answer, String text) {
        boolean json = first(answer, "content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .isPresent();
        if (!json || answer.cut()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Json.mapper().readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            // It says that it is JSON and is not: the text shows what it is, and there is no body to judge.
            return Optional.empty();
        }
    }

    private static Charset charset(HttpAnswer.Complete answer) {
        Matcher named = CHARSET.matcher(first(answer, "content-type").orElse(""));
        return named.find() && supported(named.group(1)) ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    }

    private static boolean supported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> first(HttpAnswer.Complete answer, String header) {
        return answer.headers().getOrDefault(header, List.of()).stream().findFirst();
    }
}
