package dev.migrationtower.core.source;

import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A mapping while it is read: it knows which of its keys were asked for, so that the others can be refused. */
public sealed interface Fields permits FoundFields, WantedFields {

    /** The value of a key that may be left out. */
    Value optional(String key);

    /** The value of a key that must be there. */
    Value required(String key);

    /** Tells that a key is missing that must be there after all. */
    void need(String key, String complaint);

    /**
     * What is made of the one key that is there of these; empty, with the complaint told, if there are more or none.
     *
     * @param readings by key
     */
    <T> Optional<T> exactlyOne(SequencedMap<String, Function<Value, T>> readings, String complaint);

    /** Every key that was not asked for yet, with its value, in the order of the file. */
    void each(BiConsumer<Value, Value> reading);

    /** Tells a problem of the mapping as a whole. */
    void refuse(String message);
}
