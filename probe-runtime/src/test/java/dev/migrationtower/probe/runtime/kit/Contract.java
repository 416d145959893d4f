package dev.migrationtower.probe.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.ProbeSchema;
import dev.migrationtower.probe.runtime.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Holds what a probe says it saw against the schema that plans are checked with. */
public final class Contract {
    private Contract() {}

    /** The values of a look that saw something; fails if it did not, or if a value is not what the schema of its probe declares. */
    public static Map<String, Object> reading(String probe, Look look) {
        assertThat(look.outcome()).isInstanceOf(Outcome.Reading.class);
        Map<String, Object> values = ((Outcome.Reading) look.outcome()).values();
        JsonNode onTheWire = Json.mapper().valueToTree(values);
        conforms("values", onTheWire, ProbeSchema.of(probe).orElseThrow().values());
        return values;
    }

    /** The cause and message of a look that saw nothing. */
    public static Outcome.Unobservable unobservable(Look look) {
        assertThat(look.outcome()).isInstanceOf(Outcome.Unobservable.class);
        return (Outcome.Unobservable) look.outcome();
    }

    private static void conforms(String where, JsonNode value, JsonNode schema) {
        switch (schema.path("type").asText()) {
            case "object" -> {
                assertThat(value.isObject()).as("%s is an object", where).isTrue();
                JsonNode properties = schema.path("properties");
                if (!properties.isMissingNode()) {
                    value.fields().forEachRemaining(field -> {
                        String name = where + "." + field.getKey();
                        assertThat(properties.has(field.getKey()))
                                .as("%s is in the schema", name)
                                .isTrue();
                        conforms(name, field.getValue(), properties.get(field.getKey()));
                    });
                }
            }
            case "array" -> {
                assertThat(value.isArray()).as("%s is an array", where).isTrue();
                value.forEach(element -> conforms(where + "[]", element, schema.path("items")));
            }
            case "string" -> {
                assertThat(value.isTextual()).as("%s is a string", where).isTrue();
                switch (schema.path("format").asText()) {
                    case "duration" ->
                        assertThat(Duration.parse(value.asText())).as(where).isNotNull();
                    case "date-time" ->
                        assertThat(Instant.parse(value.asText())).as(where).isNotNull();
                    default -> {}
                }
            }
            case "integer" ->
                assertThat(value.isIntegralNumber())
                        .as("%s is an integer", where)
                        .isTrue();
            case "number" ->
                assertThat(value.isNumber()).as("%s is a number", where).isTrue();
            case "boolean" ->
                assertThat(value.isBoolean()).as("%s is a boolean", where).isTrue();
            default -> assertThat(value.isNull()).as("%s is not null", where).isFalse();
        }
    }
}
