package dev.migrationtower.dashboard.stream;

import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.record.RunRecord;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** The viewers whose links are on one event loop; what is done to them is done there. */
final class Row {
    private final Context eventLoop;
    private final Set<Viewer> viewers = new LinkedHashSet<>();
    private final AtomicBoolean awake = new AtomicBoolean();

    Row(Context eventLoop) {
        this.eventLoop = eventLoop;
    }

    /** To be called on the event loop. */
    void add(Viewer viewer) {
        viewers.add(viewer);
    }

    /** To be called on the event loop. */
    boolean remove(Viewer viewer) {
        return viewers.remove(viewer);
    }

    /** There is something new; however often this is said before the row gets to it, it looks once. From any thread. */
    void wake() {
        if (awake.compareAndSet(false, true)) {
            eventLoop.runOnContext(ignored -> {
                awake.set(false);
                each(Viewer::pump);
            });
        }
    }

    /** Tells every viewer the same of its run, encoded once per run. From any thread. */
    void tell(Function<RunRecord, Buffer> frame) {
        eventLoop.runOnContext(ignored -> {
            Map<RunRecord, Buffer> encoded = new HashMap<>();
            each(viewer -> viewer.tell(encoded.computeIfAbsent(viewer.run(), frame)));
        });
    }

    /** Tells those who see everything. From any thread. */
    void tellOperators(Buffer frame) {
        eventLoop.runOnContext(ignored -> each(viewer -> {
            if (viewer.perspective() == Perspective.OPERATOR) {
                viewer.tell(frame);
            }
        }));
    }

    /** Looks for blocked links. From any thread. */
    void checkLinks(Instant now) {
        eventLoop.runOnContext(ignored -> each(viewer -> viewer.checkLink(now)));
    }

    /** Over a copy: a viewer whose link breaks is taken off while we go through them. */
    private void each(Consumer<Viewer> action) {
        List.copyOf(viewers).forEach(action);
    }
}
