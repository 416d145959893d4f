package dev.migrationtower.probe.datadog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Datadog's documents, as far as we write and read them (docs.datadoghq.com/api, Logs v2 and Monitors v1). */
final class DatadogJson {
    private DatadogJson() {}

    record Search(Filter filter, String sort, Page page) {}

    /** Times are milliseconds since 1970, as text. */
    record Filter(String query, String from, String to) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(int limit, @Nullable String cursor) {}

    record Logs(List<Log> data, @Nullable Meta meta) {}

    record Meta(
            @Nullable After page,
            @Nullable String status,
            @Nullable List<JsonNode> warnings) {}

    record After(@Nullable String after) {}

    record Log(String id, Attributes attributes) {}

    /**
     * What is known of a line.
     *
     * @param attributes what the line itself said, if it was JSON
     */
    record Attributes(
            Instant timestamp,
            @Nullable String host,
            @Nullable String service,
            @Nullable String status,
            @Nullable String message,
            @Nullable JsonNode attributes) {

        /** The attribute at this path; what Datadog itself knows of the line goes by its name. */
        Optional<JsonNode> at(String path) {
            JsonNode own = attributes == null ? MissingNode.getInstance() : attributes;
            for (String part : path.split("\\.", -1)) {
                own = own.path(part);
            }
            return own.isMissingNode() || own.isNull()
                    ? Optional.ofNullable(reserved(path)).map(TextNode::valueOf)
                    : Optional.of(own);
        }

        private @Nullable String reserved(String name) {
            return switch (name) {
                case "host" -> host;
                case "service" -> service;
                case "status" -> status;
                case "message" -> message;
                default -> null;
            };
        }
    }

    /**
     * What watches something.
     *
     * @param state {@code OK}, {@code Alert}, ...
     * @param downtimes told whenever they are asked for, and empty if there are none; without them nobody knows of a mute
     */
    record Monitor(
            String name,
            List<String> tags,
            @JsonProperty("overall_state") String state,
            @Nullable Options options,
            @JsonProperty("matching_downtimes") List<Downtime> downtimes) {}

    /** @param silenced until when (seconds since 1970; null: for ever), by scope */
    record Options(@Nullable Map<String, @Nullable Long> silenced) {}

    /** @param end seconds since 1970; null: none */
    record Downtime(
            boolean active, List<String> scope, @Nullable Long end) {}

    /** What there is to say of a key that is known. */
    record Valid(boolean valid) {}
}
