package dev.migrationtower.core.source;

/** A place in a text; line and column count from 1, columns in characters as a person counts them (code points). */
public record Position(int line, int column) {

    /** The first character. */
    public static final Position START = new Position(1, 1);
}
