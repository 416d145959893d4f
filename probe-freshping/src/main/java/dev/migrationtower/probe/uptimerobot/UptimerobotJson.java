package dev.migrationtower.probe.uptimerobot;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** UptimeRobot's documents (API v2), as far as we read them. A failure, too, comes with the status 200. */
final class UptimerobotJson {
    private UptimerobotJson() {}

    record Answer(
            String stat,
            @Nullable Pagination pagination,
            @Nullable List<One> monitors,
            @Nullable JsonNode error) {}

    record Pagination(int offset, int total) {}

    record One(
            @JsonProperty("friendly_name") String name,
            int status,
            @Nullable List<JsonNode> tags) {}
}
