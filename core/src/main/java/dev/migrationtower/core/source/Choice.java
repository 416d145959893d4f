package dev.migrationtower.core.source;

import java.util.Optional;
import java.util.function.Function;

/** One of several things, named by a word of the file. */
public interface Choice<T> {

    /** What was named; empty if that is nothing known, or if nobody has named it yet. */
    Optional<T> taken();

    /** What the function makes of it; for whoever describes the format, of each that could be named. */
    <R> Optional<R> map(Function<T, R> reading);
}
