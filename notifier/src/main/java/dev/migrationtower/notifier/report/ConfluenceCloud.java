package dev.migrationtower.notifier.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cloud's REST API, version 2: spaces and pages by number, signed in by e-mail address and API token. */
final class ConfluenceCloud extends Confluence {
    private final String space;
    private final @Nullable String parent;
    private @Nullable String spaceId;

    ConfluenceCloud(HttpClient http, URI base, String user, String token, String space, @Nullable String parent) {
        super(
                http,
                base,
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + token).getBytes(StandardCharsets.UTF_8)));
        this.space = space;
        this.parent = parent;
    }

    @Override
    @Nullable
    Standing find(String title) throws IOException, InterruptedException {
        JsonNode found = get("/api/v2/pages?status=current&space-id=" + spaceId() + "&title=" + encoded(title));
        JsonNode page = found.path("results").path(0);
        return page.isMissingNode() ? null : standing(page);
    }

    @Override
    HttpResponse<byte[]> create(String title, String body, String stamp) throws IOException, InterruptedException {
        Map<String, Object> page = new HashMap<>(page(title, body));
        page.put("spaceId", spaceId());
        if (parent != null) {
            page.put("parentId", parent);
        }
        return send("POST", "/api/v2/pages", page);
    }

    @Override
    HttpResponse<byte[]> update(String id, long version, String title, String body, String stamp)
            throws IOException, InterruptedException {
        Map<String, Object> page = new HashMap<>(page(title, body));
        page.put("id", id);
        page.put("version", Map.of("number", version, "message", stamp));
        return send("PUT", "/api/v2/pages/" + id, page);
    }

    private static Map<String, Object> page(String title, String body) {
        return Map.of("status", "current", "title", title, "body", Map.of("representation", "storage", "value", body));
    }

    private String spaceId() throws IOException, InterruptedException {
        if (spaceId == null) {
            JsonNode found =
                    get("/api/v2/spaces?keys=" + encoded(space)).path("results").path(0);
            if (found.isMissingNode()) {
                throw new IOException("Confluence has no space \"" + space
                        + "\", or its token may not see it: look at tower.notifier.report.confluence.space");
            }
            spaceId = found.path("id").asText();
        }
        return spaceId;
    }
}
