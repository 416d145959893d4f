package dev.migrationtower.core.source;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A mapping while it is read: it knows which of its keys were asked for, so that the others can be refused. */
public final class Fields {
    private final Node.@Nullable Mapping mapping;
    private final Surroundings file;
    private final Map<String, Node.Entry> unread = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * A mapping to be read.
     *
     * @param mapping null for one that is not there or is something else: every field of it is absent, and nobody complains
     */
    Fields(Node.@Nullable Mapping mapping, Surroundings file) {
        this.mapping = mapping;
        this.file = file;
        if (mapping != null) {
            mapping.entries().forEach(entry -> unread.put(entry.key().text(), entry));
        }
    }

    /** The value of a key that may be left out. */
    public Value optional(String key) {
        asked.add(key);
        Node.Entry entry = unread.remove(key);
        return entry == null ? absent() : new Value(entry.value(), place(entry), file);
    }

    /** The value of a key that must be there. */
    public Value required(String key) {
        Value value = optional(key);
        if (mapping != null && !value.present()) {
            file.problems().add(mapping.at(), "the key `" + key + "` is missing");
        }
        return value;
    }

    /** Every key that was not asked for yet, with its value, in the order of the file. */
    public void each(BiConsumer<Value, Value> reading) {
        var rest = unread.values().stream().toList();
        unread.clear();
        rest.forEach(entry -> reading.accept(
                new Value(entry.key(), entry.key().at(), file), new Value(entry.value(), place(entry), file)));
    }

    /** Tells a problem of the mapping as a whole. */
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
        return new Value(null, mapping == null ? Position.START : mapping.at(), file);
    }

    /** An empty value has no place of its own that a person would see. */
    private static Position place(Node.Entry entry) {
        boolean empty = entry.value() instanceof Node.Scalar scalar
                && scalar.style() == Node.Style.PLAIN
                && scalar.text().isEmpty();
        return empty ? entry.key().at() : entry.value().at();
    }
}
