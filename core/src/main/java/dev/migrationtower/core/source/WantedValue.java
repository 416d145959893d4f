package dev.migrationtower.core.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at one place of any file: it is there, it is whatever it is asked for, and it notes that as a JSON Schema. Nothing is
 * wrong with it.
 *
 * @param place the schema of this place, where it is noted now
 * @param definitions the schemas of what has a name
 * @param name its key in the mapping that it is a value of, if it is one
 */
record WantedValue(
        Supplier<ObjectNode> place,
        ObjectNode definitions,
        @Nullable WantedFields owner,
        String name) implements Value {

    WantedValue(ObjectNode schema, ObjectNode definitions) {
        this(() -> schema, definitions, null, "");
    }

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public Position at() {
        return Position.START;
    }

    @Override
    public void refuse(String message) {}

    @Override
    public void refuse(Position inside, String message) {}

    @Override
    public String text() {
        note("type", TextNode.valueOf("string"));
        return "";
    }

    @Override
    public <T> T parse(String wanted, T standIn, Function<String, Optional<T>> parser) {
        about(wanted);
        text();
        return standIn;
    }

    @Override
    public String word() {
        note("type", texts(List.of("string", "number", "boolean")));
        return "";
    }

    @Override
    public <T> T parse(String wanted, Pattern form, T standIn, Function<MatchResult, Optional<T>> parser) {
        note("pattern", whole(form));
        return parse(wanted, standIn, text -> Optional.empty());
    }

    @Override
    public String word(Pattern form, Function<String, String> complaint) {
        note("pattern", whole(form));
        return word();
    }

    @Override
    public <E extends Enum<E>> E oneOf(Class<E> words, E standIn) {
        note(
                "enum",
                texts(Stream.of(words.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList()));
        return standIn;
    }

    @Override
    public <T> Choice<T> choice(Map<String, T> known, Function<String, String> complaint) {
        note("enum", texts(known.keySet()));
        return new Choice<>() {
            @Override
            public Optional<T> taken() {
                return Optional.empty();
            }

            @Override
            public <R> Optional<R> map(Function<T, R> reading) {
                return known.entrySet().stream()
                        .map(entry -> whenNamed(entry.getKey(), () -> reading.apply(entry.getValue())))
                        .reduce((first, last) -> last);
            }
        };
    }

    private <R> R whenNamed(String word, Supplier<R> reading) {
        return owner == null ? reading.get() : owner.when(name, word, reading);
    }

    @Override
    public <T> T either(Predicate<Value> test, Function<Value, T> ifSo, Function<Value, T> ifNot) {
        ArrayNode ways = place.get().putArray("anyOf");
        return Stream.of(ifSo, ifNot)
                .map(way -> way.apply(new WantedValue(ways.addObject(), definitions)))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Override
    public <T> Optional<T> named(String name, Function<Value, T> reading) {
        note("$ref", TextNode.valueOf("#/$defs/" + name));
        return definitions.has(name)
                ? Optional.empty()
                : Optional.of(reading.apply(new WantedValue(definitions.putObject(name), definitions)));
    }

    @Override
    public void about(String words) {
        place.get().put("description", words);
    }

    @Override
    public long integer() {
        note("type", TextNode.valueOf("integer"));
        return 0;
    }

    @Override
    public long integer(long least, long most, String complaint) {
        note("minimum", LongNode.valueOf(least));
        note("maximum", LongNode.valueOf(most));
        integer();
        return least;
    }

    @Override
    public double number() {
        note("type", TextNode.valueOf("number"));
        return 0;
    }

    @Override
    public boolean flag() {
        note("type", TextNode.valueOf("boolean"));
        return false;
    }

    @Override
    public List<Value> items() {
        note("type", TextNode.valueOf("array"));
        return List.of(new WantedValue(() -> place.get().withObjectProperty("items"), definitions, null, ""));
    }

    @Override
    public <T> T mapping(Function<Fields, T> reading) {
        note("type", TextNode.valueOf("object"));
        WantedFields fields = new WantedFields(place.get(), definitions);
        T read = reading.apply(fields);
        fields.close();
        return read;
    }

    @Override
    public Object any(Function<Value, String> texts) {
        return "";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public boolean isEmptyList() {
        return false;
    }

    @Override
    public boolean isWord() {
        return false;
    }

    @Override
    public boolean isMapping() {
        return false;
    }

    @Override
    public String peek(String key) {
        return "";
    }

    @Override
    public Value in(String key) {
        return new WantedValue(JsonNodeFactory.instance.objectNode(), definitions);
    }

    @Override
    public Value key(String key) {
        return in(key);
    }

    @Override
    public List<Value> keys() {
        return List.of();
    }

    @Override
    public List<Value> each() {
        return items();
    }

    /** A place that is asked for two things at once would be described wrongly. */
    private void note(String keyword, JsonNode meaning) {
        JsonNode before = place.get().get(keyword);
        if (before != null && !before.equals(meaning)) {
            throw new IllegalStateException(
                    "`" + name + "` is read as " + before + " and as " + meaning + " without saying when");
        }
        place.get().set(keyword, meaning);
    }

    private static JsonNode whole(Pattern form) {
        return TextNode.valueOf("^(?:" + form.pattern() + ")$");
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }
}
