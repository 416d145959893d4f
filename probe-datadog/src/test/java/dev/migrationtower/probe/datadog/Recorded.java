package dev.migrationtower.probe.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.simulator.vendor.Reply;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Datadog really answered once; see {@code recorded/SOURCES.md}. */
final class Recorded {
    private Recorded() {}

    /** Its answers to requests of this method, in order. */
    static List<Reply> replies(String name, String method) throws Exception {
        try (InputStream in = Recorded.class.getResourceAsStream("/recorded/" + name + ".json")) {
            List<Reply> replies = new ArrayList<>();
            for (JsonNode exchange : Json.mapper().readTree(in)) {
                JsonNode response = exchange.path("httpResponse");
                if (exchange.at("/httpRequest/method").asText().equals(method)) {
                    JsonNode body = response.path("body");
                    replies.add(new Reply(
                            response.path("statusCode").asInt(),
                            body.isTextual() ? body.asText() : body.toString(),
                            Map.of()));
                }
            }
            return replies;
        }
    }
}
