package dev.migrationtower.dashboard.stream;

import dev.migrationtower.dashboard.probe.Probes;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Json;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The server-sent events that are no part of the record, and so have no id: {@code hello}, {@code heartbeat}, {@code probes}. */
@Singleton
class UnnumberedFrames {
    private static final List<String> TYPES =
            Arrays.stream(EventType.values()).map(EventType::ceType).toList();
    private static final int SOONEST_BACK_MS = 500;
    private static final int LATEST_BACK_MS = 2000;

    private final Probes probes;
    private final RecordStatus status;
    private final StreamConfig config;
    private final Clock clock;

    UnnumberedFrames(Probes probes, RecordStatus status, StreamConfig config, Clock clock) {
        this.probes = probes;
        this.status = status;
        this.config = config;
        this.clock = clock;
    }

    /** What a viewer must know first. */
    Buffer hello(Viewer viewer) {
        // thousands who lose the same instance do not come back in the same instant
        int back = ThreadLocalRandom.current().nextInt(SOONEST_BACK_MS, LATEST_BACK_MS);
        return Buffer.buffer("retry: " + back + "\n")
                .appendBuffer(frame(
                        "hello",
                        new Hello(
                                clock.instant(),
                                viewer.run().revision(),
                                viewer.replayedFrom(),
                                config.heartbeat().toSeconds(),
                                TYPES)));
    }

    /** That the link is alive, and how old what is shown is. */
    Buffer heartbeat(RunRecord run) {
        Instant now = clock.instant();
        Long age = run.oldestEvidence()
                .map(seen -> Math.max(0, Duration.between(seen, now).toSeconds()))
                .orElse(null);
        return frame(
                "heartbeat",
                new Heartbeat(now, run.revision(), age, status.lostSince().orElse(null)));
    }

    /** The probes and the age of their signs of life. */
    Buffer probes() {
        return frame("probes", probes.signs());
    }

    private static Buffer frame(String event, Object data) {
        return Buffer.buffer("event: " + event + "\ndata: ")
                .appendBytes(Json.write(data))
                .appendString("\n\n");
    }

    /**
     * @param types the names of all numbered events, to subscribe to
     * @param replayedFrom the first revision that is replayed; absent if a snapshot follows
     */
    private record Hello(
            Instant serverTime,
            long revision,
            @Nullable Long replayedFrom,
            long heartbeatSeconds,
            List<String> types) {}

    /**
     * @param oldestEvidenceAge seconds since the oldest of the looks that count now; absent if none counts
     * @param recordLostSince since when this service cannot read Kafka; absent if it can
     */
    private record Heartbeat(
            Instant serverTime,
            long revision,
            @Nullable Long oldestEvidenceAge,
            @Nullable Instant recordLostSince) {}
}
