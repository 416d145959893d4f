package dev.migrationtower.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas are data that plans are checked against: what stands in them must be what their reader understands. */
class ProbeSchemaTest {
    private static final Set<String> TYPES = Set.of("boolean", "integer", "number", "string", "array", "object");
    private static final Set<String> WORDS =
            Set.of("type", "format", "properties", "items", "required", "enum", "default", "description", "not");

    static SortedSet<String> known() {
        return ProbeSchema.known();
    }

    @Test
    void aStrangersProbeHasNoSchema() {
        assertThat(ProbeSchema.of("pigeon")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("known")
    void settingsAndValuesAreWellFormed(String probe) {
        ProbeSchema schema = ProbeSchema.of(probe).orElseThrow();

        assertThat(wrongWithObject("settings", schema.settings(), Set.of())).isEmpty();
        assertThat(wrongWithObject("values", schema.values(), Set.of("more", "only")))
                .isEmpty();
        assertThat(schema.values().path("properties")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("known")
    void moreNamesASettingWithKeysOfItsOwn(String probe) {
        ProbeSchema schema = ProbeSchema.of(probe).orElseThrow();
        String more = schema.values().path("more").asText();

        assertThat(more)
                .matches(name -> name.isEmpty()
                        || schema.settings()
                                .path("properties")
                                .path(name)
                                .path("type")
                                .asText()
                                .equals("object"));
    }

    @ParameterizedTest
    @MethodSource("known")
    void whatIsReadOnlyWithASettingIsAValueAndASettingThatThereIs(String probe) {
        ProbeSchema schema = ProbeSchema.of(probe).orElseThrow();
        Set<String> settings = names(schema.settings().path("properties"));

        for (JsonNode part : schema.values().path("only")) {
            assertThat(texts(part.path("with"))).isNotEmpty().isSubsetOf(settings);
            assertThat(texts(part.path("orWithout"))).isSubsetOf(settings);
            assertThat(texts(part.path("values")))
                    .isNotEmpty()
                    .isSubsetOf(names(schema.values().path("properties")));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("known")
    void whatIsFollowedGivesLinesOrProgress(String probe) {
        JsonNode follow = ProbeSchema.of(probe).orElseThrow().follow();
        if (follow.isMissingNode()) {
            return;
        }

        assertThat(wrongWithObject("follow.settings", follow.path("settings"), Set.of()))
                .isEmpty();
        assertThat(names(follow)).isSubsetOf("gives", "settings", "values");
        switch (follow.path("gives").asText()) {
            case "lines" -> assertThat(follow.has("values")).isFalse();
            case "progress" -> {
                assertThat(wrongWithObject("follow.values", follow.path("values"), Set.of()))
                        .isEmpty();
                assertThat(follow.at("/values/properties/percent/type").asText())
                        .isEqualTo("number");
                assertThat(follow.at("/values/properties/words/type").asText()).isEqualTo("string");
            }
            case String gives -> assertThat(gives).isIn("lines", "progress");
        }
    }

    private static List<String> wrongWithObject(String where, JsonNode schema, Set<String> alsoAllowed) {
        List<String> wrong = new ArrayList<>(wrongWith(where, schema, alsoAllowed));
        if (!schema.path("type").asText().equals("object")) {
            wrong.add(where + " is no object");
        }
        return wrong;
    }

    private static List<String> wrongWith(String where, JsonNode schema, Set<String> alsoAllowed) {
        List<String> wrong = new ArrayList<>();
        names(schema).stream()
                .filter(name -> !WORDS.contains(name) && !alsoAllowed.contains(name))
                .forEach(name -> wrong.add(where + ": nobody understands " + name));
        String type = schema.path("type").asText("any");
        if (schema.has("type") && !TYPES.contains(type)) {
            wrong.add(where + ": no type is called " + type);
        }
        if (schema.has("format")
                && !(type.equals("string")
                        && Set.of("duration", "date-time")
                                .contains(schema.path("format").asText()))) {
            wrong.add(where + ": format " + schema.path("format").asText() + " of " + type);
        }
        if (schema.has("enum") && schema.has("default") && !contains(schema.path("enum"), schema.path("default"))) {
            wrong.add(where + ": the default is none of the values allowed");
        }
        if (schema.has("default") && !fits(schema.path("default"), schema)) {
            wrong.add(where + ": the default " + schema.path("default") + " is no " + type);
        }
        for (JsonNode required : schema.path("required")) {
            if (!schema.path("properties").has(required.asText())) {
                wrong.add(where + ": " + required.asText() + " is required, and not a property");
            }
        }
        if (type.equals("array") && !schema.has("items")) {
            wrong.add(where + ": an array of what?");
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            wrong.addAll(wrongWith(where + "." + property.getKey(), property.getValue(), Set.of()));
        }
        if (schema.has("items")) {
            wrong.addAll(wrongWith(where + "[]", schema.path("items"), Set.of()));
        }
        return wrong;
    }

    private static boolean fits(JsonNode value, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "string" ->
                value.isTextual() && (!schema.path("format").asText().equals("duration") || isDuration(value.asText()));
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    /** As plans write them: {@code 5s}, {@code 15m}, {@code 1h30m}. */
    private static boolean isDuration(String text) {
        try {
            return Duration.parse("PT" + text).isPositive();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        return StreamSupport.stream(array.spliterator(), false).anyMatch(value::equals);
    }

    private static Set<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
