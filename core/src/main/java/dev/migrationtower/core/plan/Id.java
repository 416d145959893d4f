package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Ids;

/** Reads ids. */
final class Id {
    private Id() {}

    /** What stands here, which should be an id; it is told if it is none. */
    static String read(Value value) {
        String id = value.word();
        if (value.isWord() && !Ids.valid(id)) {
            value.refuse(
                    "`" + id + "` is no id: write 1 to 63 letters, digits, `.`, `_` or `-`, a letter or digit first");
        }
        return id;
    }
}
