package dev.migrationtower.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** Short words for HTTP. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What was answered. */
    public record Answer(int status, String type, String etag, String body) {
        public JsonNode json() throws Exception {
            return Json.mapper().readTree(body);
        }
    }

    private Http() {}

    public static Answer get(String url, String... headers) throws Exception {
        return send("GET", url, "", headers);
    }

    public static Answer put(String url, String body, String... headers) throws Exception {
        return send("PUT", url, body, headers);
    }

    public static Answer post(String url, String body, String... headers) throws Exception {
        return send("POST", url, body, headers);
    }

    private static Answer send(String method, String url, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("content-type").orElse(""),
                answer.headers().firstValue("etag").orElse(""),
                answer.body());
    }
}
