package dev.migrationtower.probe.scalingo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Outcome.LogLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Scalingo's log stream sends, as lines: {@code 2015-02-16 02:02:43.930163178 +0000 UTC [one-off-12] text}. Pure.
 *
 * @param app whose log it is; with the container it makes the host, as log drains name it
 * @param text path of the text within lines that are JSON: {@code msg}
 */
record ScalingoLine(String app, Optional<String> text) {
    private static final Pattern LINE = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?) \\+0000 UTC \\[([^]]+)] ?(.*)");

    /** The lines of a message; none if it only says that the stream is alive. Only one-offs count: the script runs in one. */
    List<LogLine> of(String message) {
        try {
            String log = Json.mapper().readTree(message).path("log").asText("");
            return log.lines().flatMap(this::line).toList();
        } catch (JsonProcessingException e) {
            // No message that we know of: the stream is alive, and says nothing.
            return List.of();
        }
    }

    private Stream<LogLine> line(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || !parts.group(3).startsWith("one-off")) {
            return Stream.empty();
        }
        try {
            Instant at = Instant.parse(parts.group(1) + "T" + parts.group(2) + "Z");
            String id = parts.group(3) + " " + at + " "
                    + Integer.toHexString(parts.group(4).hashCode());
            return Stream.of(new LogLine(id, at, app + "-" + parts.group(3), text(parts.group(4))));
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }

    private String text(String line) {
        if (text.isEmpty() || !line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode found = Json.mapper().readTree(line);
            for (String part : Arrays.asList(text.get().split("\\.", -1))) {
                found = found.path(part);
            }
            return found.isValueNode() ? found.asText() : line;
        } catch (JsonProcessingException e) {
            return line;
        }
    }
}
