package dev.migrationtower.notifier.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Confluence, whatever the edition: a page is found by its title in its space, and replaced by the version after the one that
 * stands there. If somebody was quicker (HTTP 409), the newer one is replaced. The stamp of a page is the comment of its version.
 */
abstract sealed class Confluence implements Wiki permits ConfluenceCloud, ConfluenceDataCenter {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int TRIES = 3;
    private static final int CONFLICT = 409;
    private static final int LONGEST_ANSWER = 300;

    private final HttpClient http;
    private final String base;
    private final String authorization;

    /** A page that stands there. */
    record Standing(String id, long version, String stamp) {}

    Confluence(HttpClient http, URI base, String authorization) {
        this.http = http;
        this.base = base.toString().replaceAll("/+$", "");
        this.authorization = authorization;
    }

    /** The page with this title; null if there is none. */
    abstract @Nullable Standing find(String title) throws IOException, InterruptedException;

    abstract HttpResponse<byte[]> create(String title, String body, String stamp)
            throws IOException, InterruptedException;

    abstract HttpResponse<byte[]> update(String id, long version, String title, String body, String stamp)
            throws IOException, InterruptedException;

    @Override
    public final void put(Page page) throws IOException, InterruptedException {
        String body = StorageFormat.of(page);
        for (int attempt = 1; ; attempt++) {
            Standing standing = find(page.title());
            if (standing != null && standing.stamp().equals(page.stamp())) {
                return;
            }
            HttpResponse<byte[]> answer = standing == null
                    ? create(page.title(), body, page.stamp())
                    : update(standing.id(), standing.version() + 1, page.title(), body, page.stamp());
            if (answer.statusCode() != CONFLICT || attempt == TRIES) {
                require(answer);
                return;
            }
        }
    }

    final JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("GET", path, null);
        require(answer);
        return Json.mapper().readTree(answer.body());
    }

    final HttpResponse<byte[]> send(String method, String path, @Nullable Map<String, ?> json)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(Json.write(json)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private void require(HttpResponse<byte[]> answer) throws IOException {
        int status = answer.statusCode();
        if (status < 200 || status >= 300) {
            String said = new String(answer.body(), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ");
            throw new IOException("Confluence at " + base + " answered HTTP " + status
                    + (status == 401 || status == 403
                            ? ": its token may not write in this space, or is no longer valid"
                            : ": " + said.substring(0, Math.min(said.length(), LONGEST_ANSWER))));
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Standing standing(JsonNode page) {
        return new Standing(
                page.path("id").asText(),
                page.path("version").path("number").asLong(),
                page.path("version").path("message").asText());
    }
}
