package dev.migrationtower.dashboard.record;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.projection.Projection;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.RunView;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.buffer.impl.BufferImpl;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

/**
 * The whole state of a run at a revision, encoded once for everybody who asks at that revision from the same perspective.
 *
 * @param json {@code {revision, run, checks, events}}, the events oldest first
 * @param sse the same as a server-sent event called {@code snapshot}, whose id is the revision
 */
public record Snapshot(long revision, Buffer json, Buffer sse) {

    static Snapshot of(
            long revision, RunView run, Collection<CheckView> checks, List<Frame> newest, Perspective perspective) {
        return encoded(
                switch (perspective) {
                    case OPERATOR ->
                        new Content(
                                revision,
                                run,
                                List.copyOf(checks),
                                newest.stream()
                                        .map(frame -> new RawValue(frame.text()))
                                        .toList());
                    case WALL ->
                        new Content(
                                revision,
                                Projection.of(run),
                                checks.stream().map(Projection::of).toList(),
                                shown(newest, perspective));
                    case PUBLIC -> new Content(revision, Projection.of(run), List.of(), shown(newest, perspective));
                });
    }

    private static List<Event> shown(List<Frame> newest, Perspective perspective) {
        return newest.stream()
                .map(frame -> frame.shown(perspective))
                .filter(event -> !event.type().isMovement())
                .toList();
    }

    private static Snapshot encoded(Content content) {
        Buffer json = Buffer.buffer(Json.write(content));
        return new Snapshot(content.revision(), json, offHeap(Frame.sse(content.revision(), "snapshot", json)));
    }

    /** The network takes it from there as it is; from the heap it is copied for each of the thousands who come back at once. */
    private static Buffer offHeap(Buffer buffer) {
        ByteBuffer direct = ByteBuffer.allocateDirect(buffer.length());
        direct.put(buffer.getBytes()).flip();
        return BufferImpl.buffer(Unpooled.wrappedBuffer(direct));
    }

    private record Content(long revision, RunView run, List<CheckView> checks, List<?> events) {}
}
