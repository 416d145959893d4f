package dev.migrationtower.dashboard.stream;

import dev.migrationtower.dashboard.record.Frame;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How many look, and how long a fact takes to reach them. */
@Singleton
class StreamMetrics {
    private final AtomicInteger viewers = new AtomicInteger();
    private final Timer factToFrame;
    private final Clock clock;

    StreamMetrics(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        Gauge.builder("tower.sse.clients", viewers, AtomicInteger::get)
                .description("Browsers that are connected to the stream of a run")
                .register(metrics);
        factToFrame = Timer.builder("tower.fact.to.frame")
                .description("From the look of a probe to the write of the frame to a browser")
                .serviceLevelObjectives(
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(2500),
                        Duration.ofSeconds(5))
                .register(metrics);
    }

    /** How many browsers are connected. */
    int viewers() {
        return viewers.get();
    }

    void viewerCame() {
        viewers.incrementAndGet();
    }

    void viewerWent() {
        viewers.decrementAndGet();
    }

    /** A frame was written as it came. */
    void sent(Frame frame) {
        frame.arrived();
        if (frame.observedAt() != null) {
            factToFrame.record(Duration.between(frame.observedAt(), clock.instant()));
        }
    }
}
