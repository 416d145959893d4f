package dev.migrationtower.core.source;

import dev.migrationtower.core.source.Node.Style;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads YAML into {@link Value}s; whatever the text, it throws nothing. */
public final class YamlSource {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final int DEEPEST = 32;

    private final Problems problems;
    private final Iterator<Event> events;

    private YamlSource(Problems problems, Iterator<Event> events) {
        this.problems = problems;
        this.events = events;
    }

    /** The one document of this text; if it cannot be read, a value that reads as nothing and complains of nothing more. */
    public static Value read(String text, Problems problems) {
        Node root = node(text, problems);
        return new FoundValue(root, root.at(), Surroundings.of(text, problems));
    }

    /** The same, before anybody asks for its meaning. */
    static Node node(String text, Problems problems) {
        List<Event> events = parse(text, problems);
        return new YamlSource(problems, events.iterator()).document();
    }

    /** All that the parser has to say; empty if the text is no YAML. */
    private static List<Event> parse(String text, Problems problems) {
        if (text.length() > MOST_CHARACTERS) {
            problems.add(Position.START, "the file is too long: at most " + MOST_CHARACTERS + " characters are read");
            return List.of();
        }
        List<Event> events = new ArrayList<>();
        try {
            new Yaml(new LoaderOptions()).parse(new StringReader(text)).forEach(events::add);
            return events;
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            problems.add(position(mark), "this is not YAML: " + e.getProblem());
        } catch (ReaderException e) {
            problems.add(
                    position(text, e.getPosition()),
                    "this character may not stand in YAML: U+%04X".formatted(e.getCodePoint()));
        } catch (RuntimeException e) { // the parser's own trips, on escapes and directives that no one writes
            problems.add(Position.START, "this is not YAML: " + e.getMessage());
        }
        return List.of();
    }

    private Node document() {
        Node root = new Node.Broken(Position.START);
        boolean found = false;
        boolean any = false;
        while (events.hasNext()) {
            any = true;
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                if (found) {
                    problems.add(
                            position(event.getStartMark()), "a second document begins here; one file is one document");
                    return root;
                }
                found = true;
                root = node(events.next(), 0);
            }
        }
        if (any && !found) {
            problems.add(Position.START, "the file is empty");
        }
        return root;
    }

    private Node node(Event event, int depth) {
        Position at = position(event.getStartMark());
        refuseWhatHides(event, at);
        return switch (event) {
            case ScalarEvent scalar -> new Node.Scalar(at, scalar.getValue(), style(scalar));
            case CollectionStartEvent start
            when depth == DEEPEST -> {
                problems.add(at, "this is nested too deeply: at most " + DEEPEST + " levels are read");
                skip();
                yield new Node.Broken(at);
            }
            case MappingStartEvent start -> mapping(at, depth);
            case CollectionStartEvent start -> sequence(at, depth);
            default -> new Node.Broken(at);
        };
    }

    private void refuseWhatHides(Event event, Position at) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : null;
        if (tag != null) {
            problems.add(at, "tags like `" + tag + "` are not read here; leave it out");
        }
        if (event instanceof AliasEvent alias) {
            problems.add(at, "aliases like `*" + alias.getAnchor() + "` are not read here; write out what is meant");
        } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
            problems.add(at, "anchors like `&" + node.getAnchor() + "` are not read here; leave it out");
        }
    }

    private Node sequence(Position at, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Sequence(at, items);
    }

    private Node mapping(Position at, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                if (!(key instanceof Node.Broken)) {
                    problems.add(key.at(), "a key must be text");
                }
                continue;
            }
            if (name.text().equals("<<") && name.style() == Style.PLAIN) {
                problems.add(name.at(), "merge keys (`<<`) are not read here; write out what is meant");
                continue;
            }
            @Nullable Position first = seen.putIfAbsent(name.text(), name.at());
            if (first == null) {
                entries.add(new Node.Entry(name, value));
            } else {
                problems.add(name.at(), "duplicate key `" + name.text() + "`; the first is in line " + first.line());
            }
        }
        return new Node.Mapping(at, entries);
    }

    /** Passes over the rest of a collection whose start was read. */
    private void skip() {
        for (int open = 1; open > 0; ) {
            switch (events.next()) {
                case CollectionStartEvent start -> open++;
                case MappingEndEvent end -> open--;
                case SequenceEndEvent end -> open--;
                default -> {}
            }
        }
    }

    private static Style style(ScalarEvent scalar) {
        return switch (scalar.getScalarStyle()) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
            case LITERAL -> Style.LITERAL;
            case FOLDED -> Style.FOLDED;
            case PLAIN -> Style.PLAIN;
        };
    }

    private static Position position(@Nullable Mark mark) {
        return mark == null ? Position.START : new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Position position(String text, int codePoints) {
        int end = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        int lineStart = text.lastIndexOf('\n', end - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Position(line, 1 + text.codePointCount(lineStart, end));
    }
}
