package dev.migrationtower.notifier.words;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as an audience reads it: plain text, whatever it looks like; the channel sees to it that nothing in it is taken for
 * markup.
 *
 * @param id of the notice
 * @param kind of what the notice is about, kebab-case
 * @param lines one statement each
 * @param page where there is more; absent: nobody said where the page is
 */
public record Message(
        String id,
        String run,
        Instant at,
        String kind,
        Tone tone,
        String title,
        List<String> lines,
        @Nullable URI page) {
    public Message {
        lines = List.copyOf(lines);
    }

    /** Title and lines, one under the other. */
    public String text() {
        return lines.isEmpty() ? title : title + "\n" + String.join("\n", lines);
    }

    /** How it is meant. */
    public enum Tone {
        NEWS,
        GOOD,
        WARNING,
        BAD
    }
}
