package dev.migrationtower.core.explain;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What an explanation says in one language: one that there are words for, else English. */
final class Phrases {
    private static final String WORDS = "dev.migrationtower.core.explain.phrases";

    private final String language;
    private final ResourceBundle words;

    private Phrases(String language, ResourceBundle words) {
        this.language = language;
        this.words = words;
    }

    /** @param language like {@code fr} */
    static Phrases in(String language) {
        // without a fallback to the language of whoever's machine this is
        Control exactly = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new Phrases(language, ResourceBundle.getBundle(WORDS, Locale.forLanguageTag(language), exactly));
    }

    /** For the plan's own texts. */
    String language() {
        return language;
    }

    String say(String key, Object... with) {
        return words.getString(key).formatted(with);
    }

    DateTimeFormatter times(String pattern) {
        Locale spoken = words.getLocale();
        return DateTimeFormatter.ofPattern(pattern, spoken.equals(Locale.ROOT) ? Locale.ENGLISH : spoken);
    }

    /** The keys of all that it says, for the test that compares languages. */
    List<String> keys() {
        return words.keySet().stream().sorted().toList();
    }
}
