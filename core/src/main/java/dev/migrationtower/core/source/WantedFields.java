package dev.migrationtower.core.source;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The keys that a mapping may have, noted as a JSON Schema of an object. */
final class WantedFields implements Fields {
    private final ObjectNode object;
    private final ObjectNode definitions;
    /** Where keys are noted now: the object itself, or what is so in a certain case. */
    private ObjectNode now;

    WantedFields(ObjectNode object, ObjectNode definitions) {
        this.object = object;
        this.definitions = definitions;
        this.now = object;
    }

    @Override
    public Value optional(String key) {
        property(key);
        return new WantedValue(() -> property(key), definitions, this, key);
    }

    @Override
    public Value required(String key) {
        need(key, "");
        return optional(key);
    }

    @Override
    public void need(String key, String complaint) {
        ArrayNode required = now.withArrayProperty("required");
        if (StreamSupport.stream(required.spliterator(), false)
                .noneMatch(other -> other.asText().equals(key))) {
            required.add(key);
        }
    }

    @Override
    public <T> Optional<T> exactlyOne(SequencedMap<String, Function<Value, T>> readings, String complaint) {
        ArrayNode ways = object.putArray("oneOf");
        return readings.entrySet().stream()
                .map(entry -> during(ways.addObject(), () -> {
                    T read = entry.getValue().apply(required(entry.getKey()));
                    now.put("additionalProperties", false);
                    return read;
                }))
                .reduce((first, last) -> last);
    }

    @Override
    public void each(BiConsumer<Value, Value> reading) {
        reading.accept(
                new WantedValue(now.withObjectProperty("propertyNames"), definitions),
                new WantedValue(now.withObjectProperty("additionalProperties"), definitions));
    }

    @Override
    public void refuse(String message) {}

    /** What is so only when a key has this value. */
    <T> T when(String key, String word, Supplier<T> reading) {
        ObjectNode then = definitions.objectNode();
        T read = during(then, reading);
        if (!then.isEmpty()) {
            ObjectNode rule = object.withArrayProperty("allOf").addObject();
            ObjectNode condition = rule.putObject("if");
            condition.putObject("properties").putObject(key).put("const", word);
            condition.putArray("required").add(key);
            rule.set("then", then);
        }
        return read;
    }

    /** Keys that were not asked for are refused. */
    void close() {
        if (!object.has("additionalProperties") && !object.has("oneOf")) {
            object.put("additionalProperties", false);
        }
    }

    private <T> T during(ObjectNode part, Supplier<T> reading) {
        ObjectNode before = now;
        now = part;
        T read = reading.get();
        now = before;
        return read;
    }

    private ObjectNode property(String key) {
        return now.withObjectProperty("properties").withObjectProperty(key);
    }
}
