package dev.migrationtower.core.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two files, one sentence each, by the place in the document: {@code checks.app.states.closed: `status ==
 * 503` is now `status == 502`}. Comments, order of keys and ways of writing are no difference; items of a list are known again by
 * their {@code id}.
 */
public final class Differences {
    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** Those between two texts that can be read. */
    public static List<String> between(String before, String after) {
        Differences differences = new Differences();
        differences.compare("", root(before), root(after));
        return List.copyOf(differences.found);
    }

    private static Node root(String text) {
        return YamlSource.node(text, (at, message) -> {});
    }

    private void compare(String path, Node before, Node after) {
        if (before instanceof Node.Scalar was && after instanceof Node.Scalar is) {
            if (!was.text().equals(is.text())) {
                found.add(path + ": `" + was.text() + "` is now `" + is.text() + "`");
            }
            return;
        }
        if (before.getClass() != after.getClass()) {
            found.add(path + " is something else now");
            return;
        }
        SequencedMap<String, Node> was = parts(before);
        SequencedMap<String, Node> is = parts(after);
        SequencedSet<String> names = new LinkedHashSet<>(was.sequencedKeySet());
        names.addAll(is.sequencedKeySet());
        for (String name : names) {
            compareParts(path.isEmpty() ? name : path + "." + name, was.get(name), is.get(name));
        }
    }

    private void compareParts(String path, @Nullable Node was, @Nullable Node is) {
        if (was == null) {
            found.add(path + " is new" + value(Objects.requireNonNull(is)));
        } else if (is == null) {
            found.add(path + " is gone" + value(was));
        } else {
            compare(path, was, is);
        }
    }

    private static String value(Node node) {
        return node instanceof Node.Scalar scalar ? ": `" + scalar.text() + "`" : "";
    }

    private static SequencedMap<String, Node> parts(Node node) {
        SequencedMap<String, Node> parts = new LinkedHashMap<>();
        switch (node) {
            case Node.Mapping mapping ->
                mapping.entries().forEach(entry -> parts.put(entry.key().text(), entry.value()));
            case Node.Sequence sequence -> {
                for (Node item : sequence.items()) {
                    parts.put(name(item, parts.size()), item);
                }
            }
            case Node.Scalar scalar -> {}
            case Node.Broken broken -> {}
        }
        return parts;
    }

    /** An item's id; without one, its number from 1 on. */
    private static String name(Node item, int before) {
        if (item instanceof Node.Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                if (entry.key().text().equals("id") && entry.value() instanceof Node.Scalar id) {
                    return id.text();
                }
            }
        }
        return Integer.toString(before + 1);
    }
}
