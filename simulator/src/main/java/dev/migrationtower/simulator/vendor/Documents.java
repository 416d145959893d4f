package dev.migrationtower.simulator.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.migrationtower.events.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.function.UnaryOperator;

/** Documents that are almost right. Pure. */
public final class Documents {
    private Documents() {}

    /** The same answer, wrong in this way. */
    static Reply spoilt(Reply reply, Fault fault, String field) {
        JsonNode document = read(reply.body());
        JsonNode spoilt = switch (fault) {
            case EMPTY -> emptied(document);
            case ABSENT -> changed(document, field, value -> NullNode.instance);
            case RETYPED -> changed(document, field, Documents::retyped);
            case UNHEARD_OF -> changed(document, field, Documents::unheardOf);
            default -> document;
        };
        return new Reply(reply.status(), spoilt.toString(), reply.headers());
    }

    /** The same answer without the last so many elements of this list. */
    public static Reply without(Reply reply, String list, int last) {
        JsonNode document = read(reply.body());
        if (document.path(list) instanceof ArrayNode elements) {
            for (int i = 0; i < last && !elements.isEmpty(); i++) {
                elements.remove(elements.size() - 1);
            }
        }
        return new Reply(reply.status(), document.toString(), reply.headers());
    }

    /** As lists without elements are told: no next page, and a count of none. */
    private static JsonNode emptied(JsonNode document) {
        return switch (document) {
            case ArrayNode list -> list.removeAll();
            case ObjectNode object -> {
                for (String name : names(object)) {
                    object.set(name, emptied(object.get(name)));
                }
                if (object.has("count")) {
                    object.put("count", 0);
                    object.putNull("next");
                }
                yield object;
            }
            default -> document;
        };
    }

    /** Changed wherever the field stands; one that becomes null goes. */
    private static JsonNode changed(JsonNode document, String field, UnaryOperator<JsonNode> change) {
        if (document instanceof ObjectNode object) {
            for (String name : names(object)) {
                JsonNode value = object.get(name);
                JsonNode now = name.equals(field) ? change.apply(value) : changed(value, field, change);
                if (now.isNull() && name.equals(field)) {
                    object.remove(name);
                } else {
                    object.set(name, now);
                }
            }
        } else {
            document.forEach(element -> changed(element, field, change));
        }
        return document;
    }

    private static JsonNode retyped(JsonNode value) {
        return value.isTextual() ? IntNode.valueOf(7) : TextNode.valueOf(value.asText());
    }

    private static JsonNode unheardOf(JsonNode value) {
        return value.isTextual() ? TextNode.valueOf("hibernating") : IntNode.valueOf(77);
    }

    private static Iterable<String> names(ObjectNode object) {
        ArrayList<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode read(String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("what the vendor says when all is well is no JSON", e);
        }
    }
}
