package dev.migrationtower.core.source;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of a mapping of a file that is read. */
final class FoundFields implements Fields {
    private final Node.@Nullable Mapping mapping;
    private final Surroundings file;
    private final Map<String, Node.Entry> unread = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * A mapping to be read.
     *
     * @param mapping null for one that is not there or is something else: every field of it is absent, and nobody complains
     */
    FoundFields(Node.@Nullable Mapping mapping, Surroundings file) {
        this.mapping = mapping;
        this.file = file;
        if (mapping != null) {
            mapping.entries().forEach(entry -> unread.put(entry.key().text(), entry));
        }
    }

    @Override
    public Value optional(String key) {
        asked.add(key);
        Node.Entry entry = unread.remove(key);
        return entry == null ? absent() : new FoundValue(entry.value(), place(entry), file);
    }

    @Override
    public Value required(String key) {
        Value value = optional(key);
        if (mapping != null && !value.present()) {
            file.problems().add(mapping.at(), "the key `" + key + "` is missing");
        }
        return value;
    }

    @Override
    public void need(String key, String complaint) {
        boolean there = mapping != null
                && mapping.entries().stream()
                        .anyMatch(entry -> entry.key().text().equals(key));
        if (!there) {
            refuse(complaint);
        }
    }

    @Override
    public <T> Optional<T> exactlyOne(SequencedMap<String, Function<Value, T>> readings, String complaint) {
        Map<String, Value> there = new LinkedHashMap<>();
        for (String key : readings.keySet()) {
            Value value = optional(key);
            if (value.present()) {
                there.put(key, value);
            }
        }
        if (there.size() != 1) {
            refuse(complaint);
            return Optional.empty();
        }
        return there.entrySet().stream()
                .findFirst()
                .flatMap(only -> Optional.ofNullable(readings.get(only.getKey()))
                        .map(reading -> reading.apply(only.getValue())));
    }

    @Override
    public void each(BiConsumer<Value, Value> reading) {
        var rest = unread.values().stream().toList();
        unread.clear();
        rest.forEach(entry ->
                reading.accept(FoundValue.ofKey(entry, file), new FoundValue(entry.value(), place(entry), file)));
    }

    @Override
    public void refuse(String message) {
        if (mapping != null) {
            file.problems().add(mapping.at(), message);
        }
    }

    void refuseUnread() {
        unread.values()
                .forEach(entry -> file.problems()
                        .add(
                                entry.key().at(),
                                "unknown key `" + entry.key().text() + "`"
                                        + Suggestion.among(asked, entry.key().text())));
    }

    private Value absent() {
        return new FoundValue(null, mapping == null ? Position.START : mapping.at(), file);
    }

    /** An empty value has no place of its own that a person would see. */
    static Position place(Node.Entry entry) {
        boolean empty = entry.value() instanceof Node.Scalar scalar
                && scalar.style() == Node.Style.PLAIN
                && scalar.text().isEmpty();
        return empty ? entry.key().at() : entry.value().at();
    }
}
