package dev.migrationtower.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are the contract that other readers rely on: what we read and write must stay exactly what they say. */
class GoldenSampleTest {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "observation", Observation.class,
            "check-spec", CheckSpec.class,
            "probe-alive", ProbeAlive.class,
            "command", Command.class,
            "event", Event.class,
            "delivery", Delivery.class,
            "view", View.class);

    static Stream<Path> samples() throws IOException, URISyntaxException {
        Path folder = Path.of(GoldenSampleTest.class.getResource("/golden").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsReadAndWrittenBackUnchanged(Path sample) throws Exception {
        byte[] json = Files.readAllBytes(sample);

        Object value = Json.read(json, typeOf(sample));

        assertThat(tree(Json.write(value))).isEqualTo(tree(json));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldFromTheFutureIsIgnored(Path sample) throws Exception {
        byte[] json = Files.readAllBytes(sample);
        ObjectNode fromTheFuture = (ObjectNode) tree(json);
        fromTheFuture.putObject("notInventedYet").put("a", 1);

        Object value = Json.read(Json.mapper().writeValueAsBytes(fromTheFuture), typeOf(sample));

        assertThat(tree(Json.write(value))).isEqualTo(tree(json));
    }

    @ParameterizedTest
    @CsvSource({
        "command, /action/type, dev.migrationtower.events.Action",
        "observation, /outcome/type, dev.migrationtower.events.Outcome",
        "event, /view/kind, dev.migrationtower.events.View"
    })
    void everyActionOutcomeAndViewHasASample(String record, String path, Class<?> union) throws Exception {
        Set<String> shown = samples()
                .filter(sample -> sample.getFileName().toString().startsWith(record + "."))
                .map(GoldenSampleTest::tree)
                .map(sample -> sample.at(path).asText())
                .collect(Collectors.toSet());

        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(union.getAnnotation(JsonSubTypes.class).value())
                                .map(JsonSubTypes.Type::name)
                                .toList());
    }

    static Class<?> typeOf(Path sample) {
        String name = sample.getFileName().toString().replace(".json", "");
        int dot = name.indexOf('.');
        return TYPES.get(dot < 0 ? name : name.substring(0, dot));
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return Json.mapper().readTree(json);
    }

    private static JsonNode tree(Path sample) {
        try {
            return tree(Files.readAllBytes(sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
