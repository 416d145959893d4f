package dev.migrationtower.core.source;

import dev.migrationtower.core.source.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one place of a file, or that nothing does. Whoever asks it for something that it is not gets a harmless stand-in, and
 * the problem is told; so reading goes on to the next problem. What came out is worth something only if no problem was told.
 */
public final class Value {
    private final @Nullable Node node;
    private final Position at;
    private final Surroundings file;

    Value(@Nullable Node node, Position at, Surroundings file) {
        this.node = node;
        this.at = at;
        this.file = file;
    }

    /** Whether anything stands here. */
    public boolean present() {
        return node != null;
    }

    /** Where it stands; for what is absent, where it would. */
    public Position at() {
        return at;
    }

    /** Tells a problem of it. */
    public void refuse(String message) {
        file.problems().add(at, message);
    }

    /** Tells a problem of a place in its text. */
    public void refuse(Position inside, String message) {
        Position place = node instanceof Scalar scalar ? file.locate(scalar, inside) : at;
        file.problems().add(place, message);
    }

    /** What the function makes of it, if it is there. */
    public <T> Optional<T> map(Function<Value, T> reading) {
        return present() ? Optional.of(reading.apply(this)) : Optional.empty();
    }

    /** A text; numbers and the like are none unless they are quoted. */
    public String text() {
        Optional<Scalar> scalar = scalar("text");
        if (scalar.isPresent() && !isText()) {
            String characters = scalar.get().text();
            refuse(
                    is(Kind.NOTHING)
                            ? "nothing stands here, text is wanted"
                            : "`" + characters + "` is no text; write \"" + characters + "\" if it should be");
        }
        return isText() ? word() : "";
    }

    /** Whether it is a text, even an empty one. */
    public boolean isText() {
        return is(Kind.TEXT);
    }

    /**
     * What the parser makes of its characters, quoted or not.
     *
     * @param wanted what may stand here, for people: {@code a duration like 10s}
     * @param standIn what to go on with if it is something else
     */
    public <T> T parse(String wanted, T standIn, Function<String, Optional<T>> parser) {
        Optional<Scalar> scalar = scalar(wanted);
        Optional<T> parsed = scalar.map(Scalar::text).flatMap(parser);
        if (scalar.isPresent() && parsed.isEmpty()) {
            refuse("`" + scalar.get().text() + "` is not " + wanted);
        }
        return parsed.orElse(standIn);
    }

    /** Its characters, quoted or not; for names, where {@code on} is as good as {@code "on"}. */
    public String word() {
        return scalar("a name").map(Scalar::text).orElse("");
    }

    /** A whole number. */
    public long integer() {
        return parse(
                "a whole number",
                0L,
                text -> is(Kind.WHOLE_NUMBER) ? Optional.of(Long.valueOf(text)) : Optional.empty());
    }

    /** A number. */
    public double number() {
        return parse(
                "a number",
                0.0,
                text -> is(Kind.WHOLE_NUMBER) || is(Kind.NUMBER)
                        ? Optional.of(Double.valueOf(text))
                        : Optional.empty());
    }

    /** True or false. */
    public boolean flag() {
        return parse(
                "true or false",
                false,
                text -> is(Kind.TRUE_OR_FALSE) ? Optional.of(Boolean.valueOf(text)) : Optional.empty());
    }

    /** The items of a list. */
    public List<Value> items() {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream()
                    .map(item -> new Value(item, item.at(), file))
                    .toList();
        }
        wanted("a list");
        return List.of();
    }

    /** What the function reads of a mapping; keys that it did not ask for are refused. */
    public <T> T mapping(Function<Fields, T> reading) {
        Fields fields = fields();
        T read = reading.apply(fields);
        fields.refuseUnread();
        return read;
    }

    private Fields fields() {
        if (node instanceof Node.Mapping mapping) {
            return new Fields(mapping, file);
        }
        wanted("a mapping (`key: value`)");
        return new Fields(null, file);
    }

    /**
     * Whatever it is, as JSON has it: text, number, true or false, list, map.
     *
     * @param texts reads those that are texts
     */
    public Object any(Function<Value, String> texts) {
        return switch (node) {
            case Scalar scalar ->
                switch (scalar.kind()) {
                    case TRUE_OR_FALSE -> flag();
                    case WHOLE_NUMBER -> integer();
                    case NUMBER -> number();
                    case NOTHING, ODD_NUMBER, TEXT -> texts.apply(this);
                };
            case Node.Sequence sequence ->
                items().stream().map(item -> item.any(texts)).toList();
            case Node.Mapping mapping ->
                mapping(fields -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    fields.each((key, value) -> map.put(key.word(), value.any(texts)));
                    return map;
                });
            case null -> "";
            case Node.Broken broken -> "";
        };
    }

    /** Whether it is a single word or text of any kind. */
    public boolean isWord() {
        return node instanceof Scalar;
    }

    /** Whether it is a mapping. */
    public boolean isMapping() {
        return node instanceof Node.Mapping;
    }

    /** What stands at one key of a mapping, before it is read; if that is no name, nothing, and nobody complains. */
    public String peek(String key) {
        return node instanceof Node.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .map(entry -> entry.value() instanceof Scalar scalar ? scalar.text() : "")
                        .findFirst()
                        .orElse("")
                : "";
    }

    private boolean is(Kind kind) {
        return node instanceof Scalar scalar && scalar.kind() == kind;
    }

    private Optional<Scalar> scalar(String wanted) {
        if (node instanceof Scalar scalar) {
            return Optional.of(scalar);
        }
        wanted(wanted);
        return Optional.empty();
    }

    private void wanted(String what) {
        switch (node) {
            case null -> {} // whoever required it has told
            case Node.Broken broken -> {}
            case Scalar scalar
            when scalar.kind() == Kind.NOTHING -> refuse(what + " is wanted here, and there is nothing");
            case Scalar scalar -> refuse(what + " is wanted here, not `" + scalar.text() + "`");
            case Node.Sequence sequence -> refuse(what + " is wanted here, not a list");
            case Node.Mapping mapping -> refuse(what + " is wanted here, not a mapping");
        }
    }
}
