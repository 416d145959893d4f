package dev.migrationtower.notifier.channel;

import dev.migrationtower.events.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts JSON to the address of a webhook. Such an address is a secret: only its host is ever named. It is not followed elsewhere,
 * as what it was told is not meant for others.
 */
final class Post {
    private static final int LONGEST_ANSWER = 200;

    private final HttpClient http;
    private final URI url;

    Post(HttpClient http, URI url) {
        this.http = http;
        this.url = url;
    }

    /** @throws UndeliveredException unless it is answered by 2xx */
    void send(Object json, Map<String, String> headers) throws UndeliveredException, InterruptedException {
        send(Json.write(json), headers);
    }

    void send(byte[] body, Map<String, String> headers) throws UndeliveredException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Channel.PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "migration-tower")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw UndeliveredException.forNow(url.getHost() + " cannot be reached: " + words(e), null);
        }
        int status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return;
        }
        String said = url.getHost() + " answered HTTP " + status + excerpt(answer.body());
        throw switch (status) {
            case 400, 413, 422 -> UndeliveredException.forGood(said + ". The message is not to its liking.");
            case 401, 403, 404, 410 ->
                UndeliveredException.forNow(
                        said + ". The webhook may have been removed: give this channel a new url.", null);
            default -> UndeliveredException.forNow(said, retryAfter(answer));
        };
    }

    private static String words(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** The beginning of what it said, on one line. */
    private static String excerpt(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, LONGEST_ANSWER), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return text.isEmpty() ? "" : ": " + text;
    }

    /** In seconds; the date that may stand there instead is not worth the trouble. */
    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(null);
    }
}
