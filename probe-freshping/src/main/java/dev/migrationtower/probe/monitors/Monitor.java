package dev.migrationtower.probe.monitors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that watches an address from outside, and calls somebody.
 *
 * @param word its state in the vendor's own word
 * @param tags empty if the vendor tells none, which is not the same as none
 */
public record Monitor(String name, State state, String word, Optional<List<String>> tags) {

    /** What it does. */
    public enum State {
        /** It watches, and has nothing to report. */
        ACTIVE,
        /** It watches, and says that something is down. */
        FAILING,
        /** It does not watch, because somebody said so. */
        PAUSED,
        /** It does something that this probe has no word for. */
        UNKNOWN;

        /** The word in the reading. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Tags as vendors write them: texts, or objects with a name. */
    public static Optional<List<String>> tags(@Nullable List<JsonNode> tags) {
        return Optional.ofNullable(tags)
                .map(all -> all.stream()
                        .map(tag -> tag.isTextual()
                                ? tag.asText()
                                : tag.path("name").asText())
                        .toList());
    }
}
