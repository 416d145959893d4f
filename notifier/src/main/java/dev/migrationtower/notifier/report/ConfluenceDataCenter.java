package dev.migrationtower.notifier.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The REST API of the edition that companies run themselves: content of type page, signed in by a personal access token. */
final class ConfluenceDataCenter extends Confluence {
    private final String space;
    private final @Nullable String parent;

    ConfluenceDataCenter(HttpClient http, URI base, String token, String space, @Nullable String parent) {
        super(http, base, "Bearer " + token);
        this.space = space;
        this.parent = parent;
    }

    @Override
    @Nullable
    Standing find(String title) throws IOException, InterruptedException {
        JsonNode found = get(
                "/rest/api/content?type=page&expand=version&spaceKey=" + encoded(space) + "&title=" + encoded(title));
        JsonNode page = found.path("results").path(0);
        return page.isMissingNode() ? null : standing(page);
    }

    @Override
    HttpResponse<byte[]> create(String title, String body, String stamp) throws IOException, InterruptedException {
        Map<String, Object> page = new HashMap<>(page(title, body));
        page.put("space", Map.of("key", space));
        if (parent != null) {
            page.put("ancestors", List.of(Map.of("id", parent)));
        }
        return send("POST", "/rest/api/content", page);
    }

    @Override
    HttpResponse<byte[]> update(String id, long version, String title, String body, String stamp)
            throws IOException, InterruptedException {
        Map<String, Object> page = new HashMap<>(page(title, body));
        page.put("version", Map.of("number", version, "message", stamp, "minorEdit", true));
        return send("PUT", "/rest/api/content/" + id, page);
    }

    private static Map<String, Object> page(String title, String body) {
        return Map.of(
                "type",
                "page",
                "title",
                title,
                "body",
                Map.of("storage", Map.of("value", body, "representation", "storage")));
    }
}
