package dev.migrationtower.core.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * What the keys of a plan are for, in the words of {@code keys.properties}: {@code plan.window.opens}, or {@code phase.gate} for what
 * has a name of its own. Settings of probes are described by their probes.
 */
final class KeyTexts {
    private KeyTexts() {}

    /** Puts the words into the schema. */
    static ObjectNode put(ObjectNode schema) {
        Map<String, String> words = words();
        visit(schema, (path, property) -> {
            String text = words.get(path);
            if (text != null) {
                property.put("description", text);
            }
        });
        return schema;
    }

    /** Each key that a plan may have, by its path, with its schema. */
    static void visit(ObjectNode schema, BiConsumer<String, ObjectNode> key) {
        visit("plan", schema, key);
        schema.path("$defs").properties().forEach(named -> visit(named.getKey(), named.getValue(), key));
    }

    private static void visit(String path, JsonNode schema, BiConsumer<String, ObjectNode> key) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String below = path + "." + property.getKey();
            key.accept(below, (ObjectNode) property.getValue());
            visit(below, property.getValue(), key);
        }
        for (String inside : List.of("items", "additionalProperties", "anyOf", "oneOf")) {
            JsonNode part = schema.path(inside);
            Iterable<JsonNode> parts = part.isArray() ? part : List.of(part);
            parts.forEach(one -> {
                if (one.isObject()) {
                    visit(path, one, key);
                }
            });
        }
    }

    /** All of them, by path. */
    static SortedMap<String, String> words() {
        Properties read = new Properties();
        try (InputStream in = KeyTexts.class.getResourceAsStream("keys.properties")) {
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the words for the keys of a plan cannot be read", e);
        }
        SortedMap<String, String> words = new TreeMap<>();
        read.stringPropertyNames().forEach(path -> words.put(path, read.getProperty(path)));
        return words;
    }
}
