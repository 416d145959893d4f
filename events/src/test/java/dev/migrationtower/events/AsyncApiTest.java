package dev.migrationtower.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document that other teams read says what the records are; {@code -Dasyncapi.write} writes it anew. */
class AsyncApiTest {
    private static final Path SHIPPED = Path.of("..", "docs", "asyncapi.json");
    private static final ObjectNode DOCUMENT = AsyncApi.document();

    private static final Map<String, String> NAMES = Map.of(
            "observation", "Observation",
            "check-spec", "CheckSpec",
            "probe-alive", "ProbeAlive",
            "command", "Command",
            "event", "Event",
            "delivery", "Delivery",
            "view", "View");

    static Stream<Path> samples() throws Exception {
        return GoldenSampleTest.samples();
    }

    @Test
    void theShippedDocumentIsTheOneMadeOfTheRecords() throws Exception {
        String made = DOCUMENT.toPrettyString() + "\n";
        if (System.getProperty("asyncapi.write") != null) {
            Files.writeString(SHIPPED, made);
        }

        assertThat(Files.readString(SHIPPED))
                .as("docs/asyncapi.json is old: ./mvnw -q test -pl events -Dtest=AsyncApiTest -Dasyncapi.write")
                .isEqualTo(made);
    }

    @Test
    void itsPartsAreNamedAsAsyncApiWantsIt() {
        assertThat(DOCUMENT.at("/components/schemas").fieldNames())
                .toIterable()
                .isNotEmpty()
                .allMatch(name -> name.matches("[A-Za-z]+"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyGoldenSampleIsAsTheDocumentSays(Path sample) throws Exception {
        JsonNode json = Json.mapper().readTree(Files.readAllBytes(sample));

        assertThat(schema(sample).validate(json)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleWithoutAFieldThatMustBeThereIsNotAsTheDocumentSays(Path sample) throws Exception {
        ObjectNode json = (ObjectNode) Json.mapper().readTree(Files.readAllBytes(sample));
        json.remove("run");
        json.remove("probe");
        json.remove("channel");

        assertThat(schema(sample).validate(json)).isNotEmpty();
    }

    private static JsonSchema schema(Path sample) throws Exception {
        String file = sample.getFileName().toString();
        ObjectNode schema = Json.mapper().createObjectNode();
        schema.put("$ref", "#/$defs/" + NAMES.get(file.substring(0, file.indexOf('.'))));
        schema.set(
                "$defs",
                Json.mapper()
                        .readTree(DOCUMENT.at("/components/schemas")
                                .toString()
                                .replace("#/components/schemas/", "#/$defs/")));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }
}
