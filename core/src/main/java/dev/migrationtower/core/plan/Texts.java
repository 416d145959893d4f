package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads texts for people: {@code Drain}, or {@code {en: Drain, fr: Vider}}. */
final class Texts {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private Texts() {}

    /** The text that stands here. */
    static Text read(Value value) {
        return read(value, Value::text);
    }

    /** The same with the words of an item put in. */
    static Text read(Value value, Words words) {
        return read(value, words::fill);
    }

    private static Text read(Value value, Function<Value, String> reading) {
        return value.named(
                        "text",
                        text -> text.either(
                                Value::isMapping,
                                languages -> inLanguages(languages, reading),
                                single -> Text.of(reading.apply(single))))
                .orElse(Text.of(""));
    }

    private static Text inLanguages(Value value, Function<Value, String> reading) {
        Map<String, String> byLanguage = new TreeMap<>();
        value.mapping(fields -> {
            fields.each((key, text) -> byLanguage.put(language(key), reading.apply(text)));
            return fields;
        });
        if (byLanguage.isEmpty()) {
            value.refuse("a text in languages needs at least one, like {en: Drain}");
        }
        return byLanguage.isEmpty() ? Text.of("") : new Text(byLanguage);
    }

    private static String language(Value key) {
        return key.word(LANGUAGE, wrong -> "`" + wrong + "` is not a language like en, fr or pt-BR");
    }
}
