package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Value;
import java.util.HashSet;
import java.util.Set;

/** Reads ids of which each may stand once. */
final class Unique {
    private final String what;
    private final Set<String> taken = new HashSet<>();

    /** @param what they are ids of, for people */
    Unique(String what) {
        this.what = what;
    }

    /** The id that stands here; it is told if it stood before. */
    String read(Value place) {
        String id = Id.read(place);
        if (!id.isEmpty() && !taken.add(id)) {
            place.refuse("duplicate " + what + " `" + id + "`");
        }
        return id;
    }
}
