package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text for people, in one or more languages; in JSON an object from language to text, {@code {"en": "Drain", "fr": "Vider"}}. A
 * text whose language nobody told has the key {@code und} (BCP 47: undetermined).
 */
public record Text(@JsonValue Map<String, String> byLanguage) {
    private static final String UNDETERMINED = "und";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Text {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("a text needs at least one language");
        }
        byLanguage = java.util.Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    }

    /** A text in a language nobody told. */
    public static Text of(String text) {
        return new Text(Map.of(UNDETERMINED, text));
    }

    /** The text in this language; else in English; else in whichever there is. */
    public String in(String language) {
        String wanted = byLanguage.get(language);
        if (wanted != null) {
            return wanted;
        }
        String english = byLanguage.get("en");
        return english != null ? english : byLanguage.values().iterator().next();
    }
}
