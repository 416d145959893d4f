package dev.migrationtower.probe.freshping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Freshping's documents, as far as we read them. They hold secrets of what is watched; those are passed over. */
final class FreshpingJson {
    private FreshpingJson() {}

    /**
     * @param next the address of the next page; absent at the end
     * @param count of all pages, where it is told
     */
    record Checks(
            List<Check> results,
            @Nullable String next,
            @Nullable Integer count) {}

    record Check(
            String name, @Nullable String status, @Nullable List<JsonNode> tags) {}
}
