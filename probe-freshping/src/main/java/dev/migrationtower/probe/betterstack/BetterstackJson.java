package dev.migrationtower.probe.betterstack;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Better Stack's documents, as far as we read them (betterstack.com/docs/uptime/api). */
final class BetterstackJson {
    private BetterstackJson() {}

    record Monitors(List<One> data, Pagination pagination) {}

    /**
     * @param next the address of the next page; absent at the end
     * @param last the address of the last page, where it is told
     */
    record Pagination(@Nullable String next, @Nullable String last) {}

    record One(Attributes attributes) {}

    record Attributes(
            @JsonProperty("pronounceable_name") String name,
            String status,
            @Nullable List<JsonNode> tags) {}
}
