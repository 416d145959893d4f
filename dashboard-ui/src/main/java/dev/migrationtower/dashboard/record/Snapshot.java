package dev.migrationtower.dashboard.record;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.RunView;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;
import java.util.List;

/**
 * The whole state of a run at a revision, encoded once for everybody who asks at that revision.
 *
 * @param json {@code {revision, run, checks, events}}, the events oldest first
 * @param sse the same as a server-sent event called {@code snapshot}, whose id is the revision
 */
public record Snapshot(long revision, Buffer json, Buffer sse) {

    static Snapshot of(long revision, RunView run, Collection<CheckView> checks, List<Frame> newest) {
        List<RawValue> events =
                newest.stream().map(frame -> new RawValue(frame.text())).toList();
        Buffer json = Buffer.buffer(Json.write(new Content(revision, run, List.copyOf(checks), events)));
        return new Snapshot(revision, json, Frame.sse(revision, "snapshot", json));
    }

    private record Content(long revision, RunView run, List<CheckView> checks, List<RawValue> events) {}
}
