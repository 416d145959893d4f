package dev.migrationtower.core.source;

import dev.migrationtower.core.source.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands at one place of a file that is read, or that nothing does. */
final class FoundValue implements Value {
    private final @Nullable Node node;
    private final Position at;
    private final Surroundings file;
    private final boolean key;

    FoundValue(@Nullable Node node, Position at, Surroundings file) {
        this(node, at, file, false);
    }

    private FoundValue(@Nullable Node node, Position at, Surroundings file, boolean key) {
        this.node = node;
        this.at = at;
        this.file = file;
        this.key = key;
    }

    /** The key of an entry: a name, whatever its characters, as nothing else may stand there. */
    static FoundValue ofKey(Node.Entry entry, Surroundings file) {
        return new FoundValue(entry.key(), entry.key().at(), file, true);
    }

    @Override
    public boolean present() {
        return node != null;
    }

    @Override
    public Position at() {
        return at;
    }

    @Override
    public void refuse(String message) {
        file.problems().add(at, message);
    }

    @Override
    public void refuse(Position inside, String message) {
        Position place = node instanceof Scalar scalar ? file.locate(scalar, inside) : at;
        file.problems().add(place, message);
    }

    @Override
    public String text() {
        scalar("text").ifPresent(scalar -> {
            String quoted = "\"" + scalar.text() + "\"";
            switch (scalar.kind()) {
                case TEXT, NOTHING -> {}
                case TRUE_OR_FALSE_TO_SOME -> refuseTrueOrFalseToSome(scalar);
                case TRUE_OR_FALSE, WHOLE_NUMBER, NUMBER, ODD_NUMBER ->
                    refuse("`" + scalar.text() + "` is no text; write " + quoted + " if it should be");
            }
        });
        return isText() ? word() : "";
    }

    private void refuseTrueOrFalseToSome(Scalar scalar) {
        refuse("`" + scalar.text() + "` without quotes is true or false to other readers of YAML; write \""
                + scalar.text() + "\"");
    }

    @Override
    public boolean isText() {
        return is(Kind.TEXT);
    }

    @Override
    public <T> T parse(String wanted, T standIn, Function<String, Optional<T>> parser) {
        Optional<Scalar> scalar = scalar(wanted);
        Optional<T> parsed = scalar.map(Scalar::text).flatMap(parser);
        if (scalar.isPresent() && parsed.isEmpty()) {
            refuse("`" + scalar.get().text() + "` is not " + wanted);
        }
        return parsed.orElse(standIn);
    }

    @Override
    public String word() {
        Optional<Scalar> scalar = scalar("a name");
        scalar.filter(name -> !key && name.kind() == Kind.TRUE_OR_FALSE_TO_SOME)
                .ifPresent(this::refuseTrueOrFalseToSome);
        return scalar.map(Scalar::text).orElse("");
    }

    @Override
    public <T> T parse(String wanted, Pattern form, T standIn, Function<MatchResult, Optional<T>> parser) {
        return parse(wanted, standIn, text -> {
            Matcher written = form.matcher(text);
            return written.matches() ? parser.apply(written) : Optional.empty();
        });
    }

    @Override
    public String word(Pattern form, Function<String, String> complaint) {
        String word = word();
        if (isWord() && !form.matcher(word).matches()) {
            refuse(complaint.apply(word));
        }
        return word;
    }

    @Override
    public <E extends Enum<E>> E oneOf(Class<E> words, E standIn) {
        Map<String, E> byWord = new LinkedHashMap<>();
        for (E constant : words.getEnumConstants()) {
            byWord.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        Optional<String> word = scalar("a word").map(Scalar::text);
        Optional<E> meant = word.flatMap(known -> Optional.ofNullable(byWord.get(known)));
        if (word.isPresent() && meant.isEmpty()) {
            refuse("`" + word.get() + "` may not stand here" + Suggestion.among(byWord.keySet(), word.get()));
        }
        return meant.orElse(standIn);
    }

    @Override
    public <T> Choice<T> choice(Map<String, T> known, Function<String, String> complaint) {
        String word = text();
        Optional<T> taken = Optional.ofNullable(known.get(word));
        if (taken.isEmpty() && !word.isEmpty()) {
            refuse(complaint.apply(word));
        }
        return new Taken<>(taken);
    }

    private record Taken<T>(Optional<T> taken) implements Choice<T> {
        @Override
        public <R> Optional<R> map(Function<T, R> reading) {
            return taken.map(reading);
        }
    }

    @Override
    public <T> T either(Predicate<Value> test, Function<Value, T> ifSo, Function<Value, T> ifNot) {
        return test.test(this) ? ifSo.apply(this) : ifNot.apply(this);
    }

    @Override
    public <T> Optional<T> named(String name, Function<Value, T> reading) {
        return Optional.of(reading.apply(this));
    }

    @Override
    public void about(String words) {}

    @Override
    public long integer() {
        return parse(
                "a whole number",
                0L,
                text -> is(Kind.WHOLE_NUMBER) ? Optional.of(Long.valueOf(text)) : Optional.empty());
    }

    @Override
    public long integer(long least, long most, String complaint) {
        long number = integer();
        boolean fits = number >= least && number <= most;
        if (!fits && is(Kind.WHOLE_NUMBER)) {
            refuse(complaint);
        }
        return fits ? number : least;
    }

    @Override
    public double number() {
        return parse(
                "a number",
                0.0,
                text -> is(Kind.WHOLE_NUMBER) || is(Kind.NUMBER)
                        ? Optional.of(Double.valueOf(text))
                        : Optional.empty());
    }

    @Override
    public boolean flag() {
        return parse(
                "true or false",
                false,
                text -> is(Kind.TRUE_OR_FALSE) ? Optional.of(Boolean.valueOf(text)) : Optional.empty());
    }

    @Override
    public List<Value> items() {
        if (node instanceof Node.Sequence sequence) {
            return sequence.items().stream()
                    .<Value>map(item -> new FoundValue(item, item.at(), file))
                    .toList();
        }
        wanted("a list");
        return List.of();
    }

    @Override
    public boolean isEmptyList() {
        return node instanceof Node.Sequence sequence && sequence.items().isEmpty();
    }

    @Override
    public <T> T mapping(Function<Fields, T> reading) {
        FoundFields fields = fields();
        T read = reading.apply(fields);
        fields.refuseUnread();
        return read;
    }

    private FoundFields fields() {
        if (node instanceof Node.Mapping mapping) {
            return new FoundFields(mapping, file);
        }
        wanted("a mapping (`key: value`)");
        return new FoundFields(null, file);
    }

    @Override
    public Object any(Function<Value, String> texts) {
        return switch (node) {
            case Scalar scalar ->
                switch (scalar.kind()) {
                    case TRUE_OR_FALSE -> flag();
                    case WHOLE_NUMBER -> integer();
                    case NUMBER -> number();
                    case NOTHING, ODD_NUMBER, TRUE_OR_FALSE_TO_SOME, TEXT -> texts.apply(this);
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

    @Override
    public boolean isWord() {
        return node instanceof Scalar scalar && (key || scalar.kind() != Kind.NOTHING);
    }

    @Override
    public boolean isMapping() {
        return node instanceof Node.Mapping;
    }

    @Override
    public String peek(String key) {
        return entry(key)
                .map(entry -> entry.value() instanceof Scalar scalar ? scalar.text() : "")
                .orElse("");
    }

    @Override
    public Value in(String key) {
        return entry(key)
                .map(entry -> new FoundValue(entry.value(), FoundFields.place(entry), file))
                .orElseGet(() -> new FoundValue(null, at, file));
    }

    @Override
    public Value key(String key) {
        return entry(key).map(entry -> ofKey(entry, file)).orElseGet(() -> new FoundValue(null, at, file));
    }

    @Override
    public List<Value> keys() {
        return node instanceof Node.Mapping mapping
                ? mapping.entries().stream()
                        .<Value>map(entry -> ofKey(entry, file))
                        .toList()
                : List.of();
    }

    @Override
    public List<Value> each() {
        return node instanceof Node.Sequence ? items() : List.of();
    }

    private Optional<Node.Entry> entry(String key) {
        return node instanceof Node.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    private boolean is(Kind kind) {
        return node instanceof Scalar scalar && scalar.kind() == kind;
    }

    private Optional<Scalar> scalar(String wanted) {
        if (node instanceof Scalar scalar && isWord()) {
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
