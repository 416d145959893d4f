package dev.migrationtower.dashboard.record;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as every browser gets it: encoded once, when it is read, and shared by all. Immutable by agreement: nobody writes to the
 * buffers.
 *
 * @param cause what brought the event about; see {@link Event#cause()}
 * @param observedAt where the way from a fact to this frame began; see {@link Event#observedAt()}
 * @param json the event's own JSON, without line breaks
 * @param sse the same as a server-sent event: {@code id} is the revision, {@code event} the type
 */
public record Frame(
        long revision,
        EventType type,
        @Nullable String cause,
        @Nullable Instant observedAt,
        Buffer json,
        Buffer sse) {

    /** The frame of an event whose JSON is at hand, as it stood on the topic. */
    static Frame of(Event event, byte[] json) {
        Buffer data = Buffer.buffer(oneLine(json));
        Buffer sse = sse(event.revision(), event.type().ceType(), data);
        int from = sse.length() - data.length() - 2;
        return new Frame(
                event.revision(),
                event.type(),
                event.cause(),
                event.observedAt(),
                sse.slice(from, sse.length() - 2),
                sse);
    }

    /** A server-sent event with an id, after which a browser that lost the link asks to go on. */
    static Buffer sse(long id, String event, Buffer data) {
        return Buffer.buffer(data.length() + event.length() + 40)
                .appendString("id: " + id + "\nevent: " + event + "\ndata: ")
                .appendBuffer(data)
                .appendString("\n\n");
    }

    /** In JSON a raw line break can only be white space; in a server-sent event it would end the data. */
    private static byte[] oneLine(byte[] json) {
        byte[] line = json.clone();
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        return line;
    }

    /** The event's JSON as text. */
    String text() {
        return json.toString(StandardCharsets.UTF_8);
    }
}
