package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came of one look: values, log lines, or the cause for which nothing could be seen. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Reading.class, name = "reading"),
    @JsonSubTypes.Type(value = Outcome.LogLines.class, name = "log-lines"),
    @JsonSubTypes.Type(value = Outcome.Ping.class, name = "ping"),
    @JsonSubTypes.Type(value = Outcome.Unobservable.class, name = "unobservable")
})
public sealed interface Outcome {
    /** Whether it brings lines of a log: another look will not have them. */
    default boolean hasLines() {
        return this instanceof LogLines log && !log.lines().isEmpty();
    }

    /**
     * The probe could see.
     *
     * @param values by the names of the probe's schema; durations as ISO-8601 text. A value that was not observed is absent,
     *     never null, zero or empty.
     */
    record Reading(Map<String, Object> values) implements Outcome {
        public Reading {
            values = java.util.Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /** Lines of a log, in the order the source gave them. */
    record LogLines(List<LogLine> lines) implements Outcome {
        public LogLines {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A script told of its step itself. Such an observation belongs to the check {@link Ping#PINGS}, item: the lane.
     *
     * @param percent how far the step is, 0 to 100, if the script says so
     * @param text what it sent along
     */
    record Ping(
            String lane,
            String step,
            Signal signal,
            @Nullable Double percent,
            @Nullable String text) implements Outcome {
        /** The check that pings belong to. */
        public static final String PINGS = "pings";
    }

    /**
     * The probe ran and could not see; says nothing about the thing itself.
     *
     * @param cause a stable word for machines, kebab-case: {@code timeout}, {@code probe-offline}, {@code lacks-pg-monitor}, ...
     * @param message for the person who must act: what happened, where, what to do
     */
    record Unobservable(String cause, String message) implements Outcome {}

    /**
     * One line of a log.
     *
     * @param id the source's id of the line, to know it again
     * @param at when it was written, by the source
     * @param host who wrote it
     */
    record LogLine(String id, Instant at, @Nullable String host, String text) {}
}
