package dev.migrationtower.core.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrationtower.core.source.Description;

/**
 * What plans are made of, as a JSON Schema (2020-12), for editors that complete and check. It is what {@link PlanReader} asks a file
 * for; whether names refer to anything and conditions make sense only the reader knows.
 */
public final class PlanSchema {
    private PlanSchema() {}

    /** The schema, in lines that end with a line feed. */
    public static String text() {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(schema()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A plan of Migration Tower");
        schema.setAll(KeyTexts.put(Description.of(PlanReader::plan)));
        return schema;
    }
}
