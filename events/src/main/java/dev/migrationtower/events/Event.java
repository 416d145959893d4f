package dev.migrationtower.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a run. All of them, in order, are the record that everything a person reads is derived from.
 *
 * @param revision one more than that of the event before in the same run, from 1 on, without gaps
 * @param at when it was decided, by the aggregator's clock
 * @param subject what it is about: {@code run}, {@code phase/<id>}, {@code check/<check>/<item>}
 * @param reason why, in words
 * @param cause the id of the observation or command that brought it about; absent when time alone did
 * @param by who, when a person did
 * @param from whence that person spoke
 * @param observedAt when the evidence behind it was seen, when there is some: the start of the way from a fact to a frame
 * @param view the subject as it stands after this event
 */
public record Event(
        String run,
        long revision,
        EventType type,
        Instant at,
        String subject,
        String reason,
        @Nullable String cause,
        @Nullable String by,
        @Nullable Origin from,
        @Nullable Instant observedAt,
        View view) {

    /** The id of the CloudEvent, unique: {@code run/revision}. */
    public String id() {
        return run + "/" + revision;
    }

    /** The context attributes of the CloudEvent 1.0, by their names. */
    public SequencedMap<String, String> attributes() {
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id());
        attributes.put("source", source());
        attributes.put("type", type.ceType());
        attributes.put("time", at.toString());
        attributes.put("subject", subject);
        return attributes;
    }

    /** The source of the CloudEvent: {@code /api/v1/runs/<run>}, where the run can be asked for. */
    public String source() {
        return "/api/v1/runs/" + run;
    }
}
