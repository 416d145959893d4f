package dev.migrationtower.dashboard.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events whose every text that somebody else writes (a plan, a script, a database, people) is written by somebody who means harm. */
final class Hostile {
    static final String WORDS = PageNight.HOSTILE;
    private static final String LINK = "javascript:window.__xss=3";

    private static final Set<String> SENTENCES = Set.of("title", "text", "question", "note", "say");
    private static final Set<String> WRITTEN = Set.of(
            "reason",
            "evidence",
            "expected",
            "saw",
            "message",
            "by",
            "role",
            "afterStep",
            "subject",
            "owner",
            "text",
            "application",
            "user",
            "query",
            "relation",
            "instance",
            "label");
    private static final Set<String> LISTS = Set.of("people", "proposals", "samples", "states", "ids");
    private static final Set<String> NAMED = Set.of("lanes", "steps", "tasks", "announcements");
    private static final Map<String, Object> SOMEBODY =
            Map.of("count", 1, "application", "a", "user", "u", "state", WORDS, "query", "q", "relation", "r");

    private Hostile() {}

    /** The same event, said by somebody else. */
    static Event made(Event event) throws Exception {
        ObjectNode tree = Json.mapper().valueToTree(event);
        if (tree.at("/view/saw") instanceof ObjectNode saw) {
            saw.set(
                    "values",
                    Json.mapper()
                            .valueToTree(Map.of(
                                    "sessions",
                                    1,
                                    "blocked",
                                    true,
                                    "waiting",
                                    1,
                                    "note",
                                    WORDS,
                                    "who",
                                    List.of(SOMEBODY),
                                    "blockers",
                                    List.of(SOMEBODY),
                                    "queue",
                                    List.of(SOMEBODY))));
            saw.set("evidence", Json.mapper().valueToTree(Map.of("text", "t", "link", LINK)));
            ((ObjectNode) tree.get("view")).put("link", LINK);
        }
        spoil(tree);
        return Json.mapper().treeToValue(tree, Event.class);
    }

    private static void spoil(ObjectNode object) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (SENTENCES.contains(name) && value instanceof ObjectNode sentence) {
                sentence.removeAll().put("en", WORDS).put("fr", WORDS);
            } else if (WRITTEN.contains(name) && value.isTextual()) {
                object.put(name, WORDS);
            } else if (value instanceof ObjectNode inner) {
                spoil(inner);
            } else if (value instanceof ArrayNode list) {
                spoil(name, list);
            }
        }
    }

    private static void spoil(String name, ArrayNode list) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode one) {
                spoil(one);
                if (NAMED.contains(name)) {
                    one.put("id", WORDS);
                }
            } else if (LISTS.contains(name)) {
                list.set(i, WORDS);
            }
        }
    }
}
