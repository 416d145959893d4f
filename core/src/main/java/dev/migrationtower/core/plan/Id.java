package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Ids;
import java.util.Collection;

/** Reads ids. */
final class Id {
    private Id() {}

    /** What stands here, which should be an id; it is told if it is none. */
    static String read(Value value) {
        return value.named("id", place -> place.word(Ids.FORM, Id::complaint)).orElse("");
    }

    private static String complaint(String id) {
        return "`" + id + "` is no id: write 1 to 63 letters, digits, `.`, `_` or `-`, a letter or digit first";
    }

    /** The id of something that there is, which stands here; it is told if there is none. */
    static String known(Value place, String what, Collection<String> known) {
        String id = place.word();
        if (place.isWord() && !known.contains(id)) {
            place.refuse("unknown " + what + " `" + id + "`" + Suggestion.among(known, id));
        }
        return id;
    }
}
