package dev.migrationtower.notifier.delivery;

import dev.migrationtower.events.Delivery.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** What Prometheus is told of deliveries. Thread-safe. */
public final class DeliveryMetrics {
    private final MeterRegistry registry;

    public DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** All series of a channel, from the start, so that what never happened is seen to be 0. */
    public void watch(String channel, Supplier<ChannelStatus> status) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.BEGUN) {
                deliveries(channel, outcome);
            }
        }
        failures(channel);
        Gauge.builder("notifier.backlog", () -> status.get().backlog())
                .description("Notices that wait to be delivered")
                .tag("channel", channel)
                .register(registry);
        Gauge.builder("notifier.oldest.age.seconds", () -> status.get().oldestAgeSeconds())
                .description("Age of the notice that waits longest; 0 if none does")
                .tag("channel", channel)
                .register(registry);
    }

    void settled(String channel, Outcome outcome) {
        deliveries(channel, outcome).increment();
    }

    void failed(String channel) {
        failures(channel).increment();
    }

    private Counter deliveries(String channel, Outcome outcome) {
        return Counter.builder("notifier.deliveries")
                .description("Notices by what became of them")
                .tag("channel", channel)
                .tag("outcome", outcome.word())
                .register(registry);
    }

    private Counter failures(String channel) {
        return Counter.builder("notifier.failed.attempts")
                .description("Attempts to deliver a notice that failed, and were or will be made again")
                .tag("channel", channel)
                .register(registry);
    }
}
