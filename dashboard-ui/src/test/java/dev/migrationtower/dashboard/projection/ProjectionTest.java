package dev.migrationtower.dashboard.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.migrationtower.dashboard.Night;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.View;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every free text of every sample of the contract is a planted secret; what comes through is exactly what may. */
class ProjectionTest {
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");
    /** What the plan writes for everybody, and ids of its own that stand in addresses. */
    private static final Set<String> FOR_ALL = Set.of(
            "/run",
            "/view/run",
            "/view/plan",
            "/view/title",
            "/view/timezone",
            "/view/announcements/text",
            "/view/id",
            "/view/phases/id",
            "/view/phases/title",
            "/view/forecast/phases/phase",
            "/view/phases/phase");

    private static final Set<String> FOR_WALLS = Set.of(
            "/view/check",
            "/view/item",
            "/view/say",
            "/view/severity",
            "/view/expectations/phase",
            "/view/expectations/state");

    static Stream<String> samples() {
        return Stream.of("run", "phase", "phase-step", "check", "check-unknown", "forecast", "note", "rejection");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothingPlantedReachesThePublic(String sample) throws Exception {
        assertThat(FOR_ALL).containsAll(through(sample, Perspective.PUBLIC));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void wallsSeeChecksAndStillNothingOfPeopleHostsAndSql(String sample) throws Exception {
        Set<String> allowed = new TreeSet<>(FOR_ALL);
        allowed.addAll(FOR_WALLS);

        assertThat(allowed).containsAll(through(sample, Perspective.WALL));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void revisionsHaveNoGapsAndOperatorsSeeAll(String sample) throws Exception {
        Event event = Json.read(Json.mapper().writeValueAsBytes(golden(sample)), Event.class);

        assertThat(Projection.of(event, Perspective.PUBLIC).revision()).isEqualTo(event.revision());
        assertThat(Projection.of(event, Perspective.OPERATOR)).isSameAs(event);
    }

    @Test
    void thePlantedTextsAreReallyThere() throws Exception {
        assertThat(through("run", Perspective.OPERATOR))
                .contains("/reason", "/view/owner", "/view/phases/lanes/id", "/view/phases/gate/decision/said/by");
        assertThat(through("check", Perspective.OPERATOR)).contains("/view/link", "/view/saw/evidence/text");
    }

    @ParameterizedTest
    @EnumSource(
            value = Perspective.class,
            names = {"WALL", "PUBLIC"})
    void whatIsKeptBackLooksLikeAMereLook(Perspective perspective) {
        Event hidden = Projection.of(new Night("night-1").comment(7, "key"), perspective);

        assertThat(hidden.type()).isEqualTo(EventType.CHECK_OBSERVED);
        assertThat(hidden.view()).isEqualTo(new View.Note(""));
        assertThat(hidden.reason()).isEmpty();
        assertThat(hidden.cause()).isNull();
    }

    /** The places of the planted texts that came through. */
    private static Set<String> through(String sample, Perspective perspective) throws Exception {
        JsonNode planted = plant(golden(sample), "");
        Event event = Json.read(Json.mapper().writeValueAsBytes(planted), Event.class);
        String shown =
                new String(Json.write(Projection.of(event, perspective)), java.nio.charset.StandardCharsets.UTF_8);
        Set<String> places = new TreeSet<>();
        Pattern.compile("planted:([^:]*):").matcher(shown).results().forEach(match -> places.add(match.group(1)));
        return places;
    }

    private static JsonNode golden(String sample) throws Exception {
        try (InputStream in = ProjectionTest.class.getResourceAsStream("/golden/event." + sample + ".json")) {
            return Json.mapper().readTree(in);
        }
    }

    /** The same with a secret in the place of every text that is not a word of ours, an instant, a duration or an id of the wire. */
    private static JsonNode plant(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            List<String> names =
                    object.propertyStream().map(java.util.Map.Entry::getKey).toList();
            names.forEach(
                    name -> object.set(name, plant(object.get(name), isLanguage(name) ? path : path + "/" + name)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, plant(array.get(i), path));
            }
        } else if (node.isTextual() && !isWord(path, node.asText())) {
            return TextNode.valueOf("planted:" + path + ":");
        }
        return node;
    }

    private static boolean isLanguage(String name) {
        return name.equals("en") || name.equals("fr") || name.equals("und");
    }

    private static boolean isWord(String path, String text) {
        return INSTANT.matcher(text).matches()
                || path.contains("/announce/")
                || Set.of("/type", "/view/kind", "/view/timezone").contains(path)
                || path.endsWith("/kind")
                || path.endsWith("/level")
                || Set.of("verdict", "mode", "result").contains(path.substring(path.lastIndexOf('/') + 1))
                || (path.endsWith("/state") && !path.contains("/criteria") && !path.contains("/expectations"));
    }
}
