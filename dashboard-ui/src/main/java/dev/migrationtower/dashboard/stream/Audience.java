package dev.migrationtower.dashboard.stream;

import dev.migrationtower.dashboard.probe.Probes;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.record.RecordListener;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All viewers, and what they are told together. */
@Singleton
class Audience implements RecordListener {
    private static final long A_SECOND = 1000;

    private final ConcurrentMap<Context, Row> rows = new ConcurrentHashMap<>();
    private final UnnumberedFrames frames;
    private final Probes probes;
    private final StreamMetrics metrics;
    private final StreamConfig config;
    private final Clock clock;
    private volatile long probeChanges;

    Audience(UnnumberedFrames frames, Probes probes, StreamMetrics metrics, StreamConfig config, Clock clock) {
        this.frames = frames;
        this.probes = probes;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(A_SECOND, timer -> rows.values().forEach(row -> row.checkLinks(clock.instant())));
        vertx.setPeriodic(config.heartbeat().toMillis(), timer -> {
            rows.values().forEach(row -> row.tell(frames::heartbeat));
            tellProbes();
        });
    }

    /** A viewer came; to be called on the event loop of its link, whose context this is. */
    void welcome(Viewer viewer, Wire wire, Context context) {
        row(context).add(viewer);
        metrics.viewerCame();
        wire.write(frames.hello(viewer));
        viewer.pump();
        if (viewer.perspective() == Perspective.OPERATOR) {
            viewer.tell(frames.probes());
        }
    }

    /** A viewer's link ended; to be called on its event loop. */
    void goodbye(Viewer viewer, Context context) {
        if (row(context).remove(viewer)) {
            metrics.viewerWent();
        }
    }

    private Row row(Context context) {
        return rows.computeIfAbsent(VertxContext.getRootContext(context), Row::new);
    }

    @Override
    public void caughtUp() {
        rows.values().forEach(Row::wake);
        long changes = probes.changes();
        if (changes != probeChanges) {
            probeChanges = changes;
            tellProbes();
        }
    }

    private void tellProbes() {
        Buffer signs = frames.probes();
        rows.values().forEach(row -> row.tellOperators(signs));
    }
}
