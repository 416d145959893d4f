package dev.migrationtower.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Old and new side by side on the same topics: what the services of an earlier version write, as its golden samples froze it, is read
 * by those of today, and nothing that it said is lost. The samples of an earlier version are never changed.
 */
class PreviousContractTest {

    static Stream<Path> samples() throws IOException, URISyntaxException {
        Path folder = Path.of(
                PreviousContractTest.class.getResource("/golden-previous").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatAnEarlierVersionWroteIsReadAndNothingIsLost(Path sample) throws Exception {
        byte[] json = Files.readAllBytes(sample);

        Object value = Json.read(json, GoldenSampleTest.typeOf(sample));

        assertThat(lost(tree(json), tree(Json.write(value)), "")).isEmpty();
    }

    /** As deep as it goes: a version that is newer than this one may add a field to any object. */
    @ParameterizedTest
    @MethodSource("samples")
    void fieldsThatALaterVersionAddedAnywhereAreIgnored(Path sample) throws Exception {
        byte[] json = Files.readAllBytes(sample);
        JsonNode later = tree(json);
        addTo(later, "");

        Object value = Json.read(Json.mapper().writeValueAsBytes(later), GoldenSampleTest.typeOf(sample));

        assertThat(lost(tree(json), tree(Json.write(value)), "")).isEmpty();
    }

    /** What is in the one and not, or not so, in the other. */
    private static List<String> lost(JsonNode before, JsonNode now, String at) {
        List<String> lost = new ArrayList<>();
        if (before.isObject() && now.isObject()) {
            before.properties().forEach(field -> {
                JsonNode there = now.get(field.getKey());
                String path = at + "/" + field.getKey();
                lost.addAll(there == null ? List.of(path) : lost(field.getValue(), there, path));
            });
        } else if (before.isArray() && now.isArray() && before.size() == now.size()) {
            for (int i = 0; i < before.size(); i++) {
                lost.addAll(lost(before.get(i), now.get(i), at + "/" + i));
            }
        } else if (!before.equals(now)) {
            lost.add(at);
        }
        return lost;
    }

    private static void addTo(JsonNode node, String name) {
        if (node instanceof ObjectNode object && !isMap(object, name)) {
            object.properties().stream().toList().forEach(field -> addTo(field.getValue(), field.getKey()));
            object.set("notInventedYet", JsonNodeFactory.instance.objectNode().put("a", 1));
        } else if (node.isArray()) {
            node.forEach(element -> addTo(element, name));
        }
    }

    /** Its keys are somebody's own, or languages: there is nothing to add. */
    private static boolean isMap(ObjectNode object, String name) {
        return List.of("values", "settings", "seconds", "schema").contains(name)
                || object.properties().stream().allMatch(field -> field.getKey().matches("[a-z]{2}|und"));
    }

    private static JsonNode tree(byte[] json) throws IOException {
        return Json.mapper().readTree(json);
    }
}
