package dev.migrationtower.probe.scalingo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.simulator.vendor.Reply;
import java.io.InputStream;
import java.util.Map;

/** What Scalingo really answered once; see {@code recorded/SOURCES.md}. */
final class Recorded {
    private Recorded() {}

    static Reply reply(String name) throws Exception {
        try (InputStream in = Recorded.class.getResourceAsStream("/recorded/" + name + ".json")) {
            JsonNode response = Json.mapper().readTree(in).path("response");
            return new Reply(
                    response.path("status").asInt(),
                    response.path("json_body").toString(),
                    Map.of("Date", response.path("headers").path("Date").asText()));
        }
    }
}
