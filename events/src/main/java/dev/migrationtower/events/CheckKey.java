package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which item of which check of which run; on the wire {@code run/check/item}. A check without {@code forEach} has one item,
 * named as the check.
 *
 * @throws IllegalArgumentException if a part is no valid id ({@link Ids})
 */
public record CheckKey(String run, String check, String item) implements Comparable<CheckKey> {

    public CheckKey {
        Ids.require("run", run);
        Ids.require("check", check);
        Ids.require("item", item);
    }

    /** Reads {@code run/check/item}. */
    @JsonCreator
    public static CheckKey parse(String text) {
        int first = text.indexOf('/');
        int second = text.indexOf('/', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form run/check/item");
        }
        return new CheckKey(text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
    }

    @Override
    public int compareTo(CheckKey other) {
        return toString().compareTo(other.toString());
    }

    @Override
    @JsonValue
    public String toString() {
        return run + "/" + check + "/" + item;
    }
}
