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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples are the contract that other readers rely on: what we read and write must stay exactly what they say. */
class GoldenSampleTest {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "observation", Observation.class,
            "check-spec", CheckSpec.class,
            "probe-alive", ProbeAlive.class,
            "command", Command.class,
            "event", Event.class,
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

    @Test
    void everyActionOutcomeAndViewHasASample() throws Exception {
        String all = samples().map(GoldenSampleTest::text).collect(Collectors.joining());

        Stream.of(Action.class, Outcome.class, View.class)
                .flatMap(union ->
                        Stream.of(union.getAnnotation(JsonSubTypes.class).value()))
                .forEach(type -> assertThat(all).contains("\"" + type.name() + "\""));
    }

    private static Class<?> typeOf(Path sample) {
        String name = sample.getFileName().toString().replace(".json", "");
        int dot = name.indexOf('.');
        return TYPES.get(dot < 0 ? name : name.substring(0, dot));
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return Json.mapper().readTree(json);
    }

    private static String text(Path sample) {
        try {
            return Files.readString(sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
