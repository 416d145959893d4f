package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a check's {@code forEach}: the words that the placeholders {@code {id}}, {@code {name}}, ... stand for. What looks like
 * {@code ${NAME}} is no placeholder: it is left to the probe, whose environment holds what a plan must not.
 *
 * @param known the placeholders that any item of the check has a word for
 */
record Words(Map<String, String> byPlaceholder, Set<String> known) {
    private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\{([A-Za-z][A-Za-z0-9_-]*)}");

    /** Those of a check without {@code forEach}: its id. */
    static Words ofCheck(String check) {
        return new Words(Map.of("id", check, "name", check), Set.of("id", "name"));
    }

    /** Those of a {@code forEach}, at least one. */
    static List<Words> ofEach(Value forEach) {
        List<Value> items = forEach.items();
        if (forEach.present() && items.isEmpty()) {
            forEach.refuse("forEach needs at least one item, like {id: app}");
        }
        Unique ids = new Unique("item");
        List<Map<String, String>> each = items.stream()
                .map(item -> item.mapping(fields -> ofItem(fields, ids)))
                .toList();
        Set<String> known = new TreeSet<>();
        each.forEach(words -> known.addAll(words.keySet()));
        return each.stream().map(words -> new Words(words, known)).toList();
    }

    private static Map<String, String> ofItem(Fields item, Unique ids) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("id", ids.read(item.required("id")));
        words.put("name", item.optional("name").map(Value::text).orElse(words.get("id")));
        item.each((key, value) -> words.put(key.word(), value.text()));
        return words;
    }

    String id() {
        return byPlaceholder.getOrDefault("id", "");
    }

    Text name() {
        return Text.of(byPlaceholder.getOrDefault("name", id()));
    }

    /** The text of this value, with the words put in. */
    String fill(Value template) {
        return fill(template, template.text());
    }

    /** The same of any characters that stand there. */
    String fill(Value template, String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String placeholder = match.group(1);
            String word = byPlaceholder.get(placeholder);
            if (word == null) {
                template.refuse(
                        known.contains(placeholder)
                                ? "item `" + id() + "` has no word for `{" + placeholder + "}`"
                                : "unknown placeholder `{" + placeholder + "}`" + Suggestion.among(known, placeholder));
            }
            return Matcher.quoteReplacement(word == null ? "" : word);
        });
    }
}
