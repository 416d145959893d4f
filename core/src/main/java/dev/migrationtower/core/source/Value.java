package dev.migrationtower.core.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What stands at one place of a file, or that nothing does. Whoever asks it for something that it is not gets a harmless stand-in, and
 * the problem is told; so reading goes on to the next problem. What came out is worth something only if no problem was told.
 *
 * <p>The same reading can be asked what it would read ({@link Description}). Then every value is there, is whatever it is asked for,
 * and takes note of it; so a reading that goes two ways must say so ({@link #either}, {@link #choice}, {@link Fields#exactlyOne}).
 */
public sealed interface Value permits FoundValue, WantedValue {

    /** Whether anything stands here. */
    boolean present();

    /** Where it stands; for what is absent, where it would. */
    Position at();

    /** Tells a problem of it. */
    void refuse(String message);

    /** Tells a problem of a place in its text. */
    void refuse(Position inside, String message);

    /** What the function makes of it, if it is there. */
    default <T> Optional<T> map(Function<Value, T> reading) {
        return present() ? Optional.of(reading.apply(this)) : Optional.empty();
    }

    /** A text; numbers and the like are none unless they are quoted. */
    String text();

    /** Whether it is a text, even an empty one. */
    boolean isText();

    /**
     * What the parser makes of its characters, quoted or not.
     *
     * @param wanted what may stand here, for people: {@code a duration like 10s}
     * @param standIn what to go on with if it is something else
     */
    <T> T parse(String wanted, T standIn, Function<String, Optional<T>> parser);

    /**
     * The same of characters that have a form.
     *
     * @param form the pattern of all of them
     */
    <T> T parse(String wanted, Pattern form, T standIn, Function<MatchResult, Optional<T>> parser);

    /** Its characters, quoted or not; for names, where {@code 2022} is as good as {@code "2022"}. */
    String word();

    /**
     * The same of characters that have a form.
     *
     * @param complaint what to tell of others
     */
    String word(Pattern form, Function<String, String> complaint);

    /** One of the words of an enumeration, in small letters. */
    <E extends Enum<E>> E oneOf(Class<E> words, E standIn);

    /**
     * The thing that has this name.
     *
     * @param complaint what to tell of a name that none has
     */
    <T> Choice<T> choice(Map<String, T> known, Function<String, String> complaint);

    /** Goes one of two ways. */
    <T> T either(Predicate<Value> test, Function<Value, T> ifSo, Function<Value, T> ifNot);

    /** Reads something that has a name of its own in the format, as it stands in several places, or in itself; empty only there. */
    <T> Optional<T> named(String name, Function<Value, T> reading);

    /** Notes what it is for. */
    void about(String words);

    /** A whole number. */
    long integer();

    /**
     * A whole number within bounds.
     *
     * @param complaint what to tell of others, instead of which the least goes on
     */
    long integer(long least, long most, String complaint);

    /** A number. */
    double number();

    /** True or false. */
    boolean flag();

    /** The items of a list. */
    List<Value> items();

    /** Whether it is a list without items. */
    boolean isEmptyList();

    /** What the function reads of a mapping; keys that it did not ask for are refused. */
    <T> T mapping(Function<Fields, T> reading);

    /**
     * Whatever it is, as JSON has it: text, number, true or false, list, map.
     *
     * @param texts reads those that are texts
     */
    Object any(Function<Value, String> texts);

    /** Whether it is a single word or text of any kind. */
    boolean isWord();

    /** Whether it is a mapping. */
    boolean isMapping();

    /** What stands at one key of a mapping, before it is read; if that is no name, nothing, and nobody complains. */
    String peek(String key);

    /** The value of one key of a mapping, for whoever looks without reading; absent if there is none, and nobody complains. */
    Value in(String key);

    /** The key itself, as {@link #in} finds its value. */
    Value key(String key);

    /** The keys of a mapping, for whoever looks without reading; none if it is something else, and nobody complains. */
    List<Value> keys();

    /** The values of a list, for whoever looks without reading; none if it is something else, and nobody complains. */
    List<Value> each();
}
