package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a check's {@code forEach}: the words that the placeholders {@code {id}}, {@code {name}}, ... stand for. What looks like
 * {@code ${NAME}} is no placeholder: it is left to the probe, whose environment holds what a plan must not.
 */
record Words(Map<String, String> byPlaceholder) {
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{([A-Za-z][A-Za-z0-9_-]*)}");

    /** Those of a check without {@code forEach}: its id. */
    static Words ofCheck(String check) {
        return new Words(Map.of("id", check, "name", check));
    }

    /** Those of a {@code forEach}, at least one. */
    static List<Words> ofEach(Value forEach) {
        List<Value> items = forEach.items();
        if (forEach.present() && items.isEmpty()) {
            forEach.refuse("forEach needs at least one item, like {id: app}");
        }
        Set<String> seen = new HashSet<>();
        return items.stream()
                .map(item -> item.mapping(fields -> ofItem(fields, seen)))
                .toList();
    }

    private static Words ofItem(Fields item, Set<String> seen) {
        Map<String, String> words = new LinkedHashMap<>();
        Value id = item.required("id");
        words.put("id", Id.read(id));
        if (id.present() && !seen.add(words.get("id"))) {
            id.refuse("duplicate item `" + words.get("id") + "`");
        }
        words.put("name", item.optional("name").map(Value::text).orElse(words.get("id")));
        item.each((key, value) -> words.put(key.text(), value.text()));
        return new Words(words);
    }

    String id() {
        return byPlaceholder.getOrDefault("id", "");
    }

    Text name() {
        return Text.of(byPlaceholder.getOrDefault("name", id()));
    }

    /** The text of this value, with the words put in. */
    String fill(Value template) {
        return PLACEHOLDER.matcher(template.text()).replaceAll(match -> {
            String word = byPlaceholder.get(match.group(1));
            if (word == null) {
                template.refuse("unknown placeholder `{" + match.group(1) + "}` for item `" + id() + "`"
                        + Suggestion.among(byPlaceholder.keySet(), match.group(1)));
            }
            return Matcher.quoteReplacement(word == null ? "" : word);
        });
    }
}
