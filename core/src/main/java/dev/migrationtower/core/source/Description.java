package dev.migrationtower.core.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/** A format described by what reads it, so that the description cannot say anything else. */
public final class Description {
    private Description() {}

    /**
     * A JSON Schema (2020-12) of all that the reading asks a file for. It is never stricter than the reading; that is stricter where
     * it compares what stands in one place with what stands in another, or parses it.
     */
    public static ObjectNode of(Consumer<Value> reading) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        ObjectNode definitions = JsonNodeFactory.instance.objectNode();
        reading.accept(new WantedValue(schema, definitions));
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return schema;
    }
}
