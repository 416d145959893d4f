package dev.migrationtower.dashboard.record;

import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.projection.Projection;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.UnreadableException;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * An event as every browser gets it: encoded once per perspective, and shared by all who have that. Immutable by agreement: nobody
 * writes to the buffers. What only some see is encoded when the first of them is there. Thread-safe.
 */
public final class Frame {
    private final long revision;
    private final EventType type;
    private final @Nullable String cause;
    private final @Nullable Instant observedAt;
    private final Buffer json;
    private final Span span;
    private final AtomicReferenceArray<@Nullable Buffer> sse = new AtomicReferenceArray<>(Perspective.values().length);

    private Frame(Event event, Buffer json, Buffer whole, Span span) {
        this.revision = event.revision();
        this.type = event.type();
        this.cause = event.cause();
        this.observedAt = event.observedAt();
        this.json = json;
        this.span = span;
        sse.set(Perspective.OPERATOR.ordinal(), whole);
    }

    /** The frame of an event whose JSON is at hand, as it stood on the topic; nobody traces its way. */
    static Frame of(Event event, byte[] json) {
        return of(event, json, Span.getInvalid());
    }

    /** @param span of the way of the event to the first browser */
    static Frame of(Event event, byte[] json, Span span) {
        Buffer data = Buffer.buffer(oneLine(json));
        Buffer sse = sse(event.revision(), event.type().ceType(), data);
        int from = sse.length() - data.length() - 2;
        return new Frame(event, sse.slice(from, sse.length() - 2), sse, span);
    }

    /** The revision of the event. */
    public long revision() {
        return revision;
    }

    /** What happened. */
    public EventType type() {
        return type;
    }

    /** What brought the event about; see {@link Event#cause()}. */
    public @Nullable String cause() {
        return cause;
    }

    /** Where the way from a fact to this frame began; see {@link Event#observedAt()}. */
    public @Nullable Instant observedAt() {
        return observedAt;
    }

    /** A browser has it: the first ends the trace of its way. */
    public void arrived() {
        span.end();
    }

    /** The event's own JSON, without line breaks. */
    public Buffer json() {
        return json;
    }

    /** The event as a server-sent event: {@code id} is the revision, {@code event} the type. */
    public Buffer sse(Perspective perspective) {
        Buffer known = sse.get(perspective.ordinal());
        if (known != null) {
            return known;
        }
        Event shown = shown(perspective);
        Buffer encoded = sse(revision, shown.type().ceType(), Buffer.buffer(Json.write(shown)));
        sse.set(perspective.ordinal(), encoded);
        return encoded;
    }

    /** The event as it is shown from there. */
    Event shown(Perspective perspective) {
        return Projection.of(event(), perspective);
    }

    /** The event itself. */
    public Event event() {
        try {
            return Json.read(json.getBytes(), Event.class);
        } catch (UnreadableException e) {
            throw new IllegalStateException("an event in memory was readable once", e);
        }
    }

    /** A server-sent event with an id, after which a browser that lost the link asks to go on. */
    static Buffer sse(long id, String event, Buffer data) {
        return Buffer.buffer(data.length() + event.length() + 40)
                .appendString("id: " + id + "\nevent: " + event + "\ndata: ")
                .appendBuffer(data)
                .appendString("\n\n");
    }

    /** In JSON a raw line break can only be white space; in a server-sent event it would end the data. */
    static byte[] oneLine(byte[] json) {
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
