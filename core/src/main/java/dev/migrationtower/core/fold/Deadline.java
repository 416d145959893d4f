package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * When time alone changes something.
 *
 * @param check what is to be judged again; null: the gate of the current phase
 */
record Deadline(Instant at, @Nullable CheckKey check) implements Comparable<Deadline> {
    private static final Comparator<Deadline> ORDER = Comparator.comparing(Deadline::at)
            .thenComparing(Deadline::check, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(Deadline other) {
        return ORDER.compare(this, other);
    }
}
