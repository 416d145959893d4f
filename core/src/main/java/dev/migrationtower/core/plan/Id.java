package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Ids;
import java.util.Optional;

/** Reads ids. */
final class Id {
    private Id() {}

    /** The id that stands here. */
    static String read(Value value) {
        return value.parse(
                "an id: 1 to 63 letters, digits, `.`, `_` or `-`, the first a letter or digit",
                "",
                text -> Optional.of(text).filter(Ids::valid));
    }
}
