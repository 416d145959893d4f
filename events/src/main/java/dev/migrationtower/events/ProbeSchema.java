package dev.migrationtower.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a kind of probe understands and reports, as two JSON Schemas (2020-12, the subset that is used here: {@code type},
 * {@code format}, {@code properties}, {@code items}, {@code required}, {@code enum}, {@code default}, {@code description}, {@code not}). Plans
 * are checked against it without a probe at hand; the probe's own tests hold its readings against it.
 *
 * <p>{@code more} beside the properties of the values names a setting whose keys are values, too, of any type.
 *
 * <p>{@code only} beside them tells which {@code values} are read only where one of the settings {@code with} is there, or none of
 * those in {@code orWithout}.
 *
 * <p>Types of values, and what they are to a condition: {@code boolean}, {@code integer}, {@code number}, {@code string},
 * {@code array}, {@code object}; {@code string} of format {@code duration} is a duration, of format {@code date-time} a timestamp;
 * no {@code type} means any.
 *
 * @param settings schema of {@link CheckSpec#settings()}
 * @param values schema of {@link Outcome.Reading#values()}
 * @param follow how a script is followed by it: {@code gives} ({@code lines}: it answers with {@link Outcome.LogLines}; {@code
 *     progress}: with a reading of {@code percent} and {@code words}), {@code settings}, and {@code values} of the latter; missing if
 *     it cannot
 */
public record ProbeSchema(String probe, JsonNode settings, JsonNode values, JsonNode follow) {
    private static final SortedSet<String> KNOWN = new TreeSet<>(java.util.List.of(
            "betterstack", "datadog", "freshping", "http", "ovh", "postgres", "scalingo", "uptimerobot"));

    /** The kinds of probe that come with the tower, sorted. */
    public static SortedSet<String> known() {
        return java.util.Collections.unmodifiableSortedSet(KNOWN);
    }

    /** The schema of a kind of probe that comes with the tower; empty if none has that name. */
    public static Optional<ProbeSchema> of(String probe) {
        if (!KNOWN.contains(probe)) {
            return Optional.empty();
        }
        try (InputStream in = ProbeSchema.class.getResourceAsStream("probes/" + probe + ".json")) {
            JsonNode schema = Json.mapper().readTree(in);
            return Optional.of(new ProbeSchema(
                    probe, schema.required("settings"), schema.required("values"), schema.path("follow")));
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of probe " + probe + " cannot be read", e);
        }
    }
}
