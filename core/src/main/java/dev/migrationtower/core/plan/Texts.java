package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads texts for people: {@code Drain}, or {@code {en: Drain, fr: Vider}}. */
final class Texts {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private Texts() {}

    static Text read(Value value) {
        if (!value.isMapping()) {
            return Text.of(value.text());
        }
        Map<String, String> byLanguage = new TreeMap<>();
        value.mapping(fields -> {
            fields.each((key, text) -> byLanguage.put(language(key), text.text()));
            return fields;
        });
        if (byLanguage.isEmpty()) {
            value.refuse("a text in languages needs at least one, like {en: Drain}");
        }
        return byLanguage.isEmpty() ? Text.of("") : new Text(byLanguage);
    }

    private static String language(Value key) {
        return key.parse(
                "a language like en, fr or pt-BR",
                "und",
                text -> Optional.of(text)
                        .filter(language -> LANGUAGE.matcher(language).matches()));
    }
}
