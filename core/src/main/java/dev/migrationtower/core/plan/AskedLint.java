package dev.migrationtower.core.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.ProbeSchema;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Whether checks ask their probes for what their states are about: what nobody asks for is never read, and stays unknown. */
record AskedLint(Value source, Plan plan, Problems warnings) {

    void run() {
        Value checks = source.in("checks");
        checks.keys().forEach(key -> {
            Check check = plan.check(key.word());
            ProbeSchema.of(check.probe()).ifPresent(schema -> isAsked(check, schema, checks.in(key.word())));
        });
    }

    private void isAsked(Check check, ProbeSchema schema, Value place) {
        Value with = place.in("with");
        Value named = with.in(schema.values().path("more").asText()); // what the check itself gives a name
        for (JsonNode part : schema.values().path("only")) {
            if (!isAsked(part, with)) {
                check.states()
                        .forEach((state, condition) -> texts(part, "values")
                                .filter(condition.values()::contains)
                                .filter(value -> !named.in(value).present())
                                .forEach(value -> warnings.add(
                                        place.in("states").in(state).at(),
                                        "`" + value + "` stays unknown: the probe reads it only where `"
                                                + String.join(
                                                        "` or `",
                                                        texts(part, "with").toList())
                                                + "` stands in `with`")));
            }
        }
    }

    private static boolean isAsked(JsonNode part, Value with) {
        return texts(part, "with").anyMatch(setting -> isSet(with, setting))
                || (part.has("orWithout") && texts(part, "orWithout").noneMatch(setting -> isSet(with, setting)));
    }

    private static boolean isSet(Value with, String setting) {
        return with.in(setting).present() && !with.peek(setting).equals("false");
    }

    private static Stream<String> texts(JsonNode part, String key) {
        return StreamSupport.stream(part.path(key).spliterator(), false).map(JsonNode::asText);
    }
}
