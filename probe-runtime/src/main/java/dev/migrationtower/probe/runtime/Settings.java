package dev.migrationtower.probe.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings of a check, read by type. Every method throws {@link WrongSettingException} when the setting is there and is
 * something else.
 */
public record Settings(Map<String, Object> all) {

    /** A text that must be there and not blank. */
    public String requiredText(String name) {
        return text(name)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new WrongSettingException(name, "is missing"));
    }

    /** A text. */
    public Optional<String> text(String name) {
        return read(name, String.class, "a text");
    }

    /** Yes or no; no when absent. */
    public boolean flag(String name) {
        return read(name, Boolean.class, "true or false").orElse(false);
    }

    /** One of these words; the first when absent. */
    public String oneOf(String name, List<String> words) {
        String word = text(name).orElse(words.getFirst());
        if (!words.contains(word)) {
            throw new WrongSettingException(name, "is \"" + word + "\", must be one of " + String.join(", ", words));
        }
        return word;
    }

    /** A duration above zero. */
    public Optional<Duration> duration(String name) {
        return text(name)
                .map(text -> DurationText.parse(text)
                        .filter(Duration::isPositive)
                        .orElseThrow(() -> new WrongSettingException(
                                name,
                                "is \"" + text + "\", must be a duration above zero such as 5s, 500ms or 1m30s")));
    }

    /** Texts; none when absent. */
    public List<String> texts(String name) {
        List<?> list = read(name, List.class, "a list of texts").orElse(List.of());
        return list.stream().map(element -> textOf(name, element)).toList();
    }

    /** Texts by name; numbers and flags count as text; none when absent. */
    public Map<String, String> textsByName(String name) {
        Map<String, String> texts = new TreeMap<>();
        group(name).all.forEach((key, value) -> texts.put(key, textOf(name + "." + key, value)));
        return texts;
    }

    /** Settings within a setting; none when absent. Its errors name the inner setting. */
    public Settings group(String name) {
        Map<String, Object> inner = new TreeMap<>();
        Map<?, ?> map = read(name, Map.class, "an object").orElse(Map.of());
        map.forEach((key, value) -> inner.put(String.valueOf(key), value));
        return new Settings(inner);
    }

    private static String textOf(String name, Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> throw new WrongSettingException(name, "must be a text");
        };
    }

    private <T> Optional<T> read(String name, Class<T> type, String what) {
        Object value = all.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new WrongSettingException(name, "must be " + what);
        }
        return Optional.of(type.cast(value));
    }
}
