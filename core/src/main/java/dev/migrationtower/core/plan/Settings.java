package dev.migrationtower.core.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads what a probe is told ({@code with}) against its schema, with the words of one item put in. */
record Settings(Words words) {

    /** The settings that stand here; those that stand nowhere and must are told. */
    Map<String, Object> read(Value with, Fields check, JsonNode schema) {
        if (!required(schema).isEmpty()) {
            check.need("with", "the key `with` is missing: the probe needs " + String.join(", ", required(schema)));
        }
        return with.map(place -> place.mapping(fields -> object(fields, schema)))
                .orElse(Map.of());
    }

    private Map<String, Object> object(Fields fields, JsonNode schema) {
        Map<String, Object> settings = new LinkedHashMap<>();
        List<String> required = required(schema);
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            Value value = required.contains(name) ? fields.required(name) : fields.optional(name);
            if (property.getValue().has("description")) {
                value.about(property.getValue().path("description").asText());
            }
            if (value.present() && property.getValue().has("not")) {
                value.refuse("the key `" + name + "` is "
                        + property.getValue().path("description").asText());
            } else if (value.present()) {
                settings.put(name, value(value, property.getValue()));
            }
        });
        return settings;
    }

    private Object value(Value value, JsonNode schema) {
        return switch (schema.path("type").asText("any")) {
            case "boolean" -> value.flag();
            case "integer" -> value.integer();
            case "number" -> value.number();
            case "string" -> text(value, schema);
            case "array" ->
                value.items().stream()
                        .map(item -> value(item, schema.path("items")))
                        .toList();
            case "object" -> schema.has("properties") ? value.mapping(fields -> object(fields, schema)) : free(value);
            default -> value.any(words::fill);
        };
    }

    private Map<String, Object> free(Value value) {
        return value.mapping(fields -> {
            Map<String, Object> entries = new LinkedHashMap<>();
            fields.each((key, entry) -> entries.put(key.word(), entry.any(words::fill)));
            return entries;
        });
    }

    private String text(Value value, JsonNode schema) {
        return schema.path("format").asText("").equals("duration") ? duration(value) : oneOf(value, allowed(schema));
    }

    private String duration(Value value) {
        String text = words.fill(value, value.word());
        if (value.isWord() && Durations.parse(text).isEmpty()) {
            value.refuse("`" + text + "` is not " + Durations.WANTED);
        }
        return text;
    }

    private String oneOf(Value value, List<String> allowed) {
        String text = words.fill(value);
        if (value.isText() && !allowed.isEmpty() && !allowed.contains(text)) {
            value.refuse("`" + text + "` may not stand here" + Suggestion.among(allowed, text));
        }
        return text;
    }

    private static List<String> required(JsonNode schema) {
        return texts(schema.path("required"));
    }

    private static List<String> allowed(JsonNode schema) {
        return texts(schema.path("enum"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
