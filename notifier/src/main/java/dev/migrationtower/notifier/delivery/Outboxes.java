package dev.migrationtower.notifier.delivery;

import dev.migrationtower.events.Delivery;
import dev.migrationtower.events.Event;
import dev.migrationtower.notifier.channel.Channel;
import dev.migrationtower.notifier.notice.Notice;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** All channels, each with its own queue. All but {@link #status} belongs to the reading thread. */
public final class Outboxes {
    /** A receiver's time, and Kafka's. */
    private static final Duration LAST_DELIVERY = Channel.PATIENCE.plusSeconds(5);

    private final Retry retry;
    private final DeliveryLog log;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Map<String, Outbox> outboxes = new TreeMap<>();

    private record Outbox(Addressee addressee, ChannelQueue queue) {}

    public Outboxes(Retry retry, KafkaDeliveryLog log, DeliveryMetrics metrics, Clock clock) {
        this.retry = retry;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
    }

    public void add(String name, Addressee addressee) {
        outboxes.put(name, new Outbox(addressee, new ChannelQueue(name, retry, log, metrics, clock)));
    }

    /** What became of a notice before. That of a channel which is no longer there is of no interest. */
    public void remember(Delivery delivery) {
        Outbox outbox = outboxes.get(delivery.channel());
        if (outbox != null) {
            outbox.queue.remember(delivery);
        }
    }

    /** Once all of the past is remembered. */
    public void start() throws InterruptedException {
        for (Outbox outbox : outboxes.values()) {
            outbox.queue.start();
        }
    }

    public void offer(Notice notice) {
        outboxes.values().forEach(outbox -> outbox.addressee.parcel(notice).ifPresent(outbox.queue::offer));
    }

    public void offer(Event event) {
        outboxes.values().forEach(outbox -> outbox.addressee.parcel(event).ifPresent(outbox.queue::offer));
    }

    public void stop() throws InterruptedException {
        outboxes.values().forEach(outbox -> outbox.queue.leaveOff());
        long end = System.nanoTime() + LAST_DELIVERY.toNanos();
        for (Outbox outbox : outboxes.values()) {
            outbox.queue.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }

    /** How this one does. Any thread. */
    public ChannelStatus status(String channel) {
        return Objects.requireNonNull(outboxes.get(channel)).queue.status();
    }

    /** How each does, by name. Any thread. */
    public List<ChannelStatus> status() {
        return outboxes.values().stream().map(outbox -> outbox.queue.status()).toList();
    }
}
