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
    private final Map<String, Addressee> addressees = new TreeMap<>();
    private final Map<String, ChannelQueue> queues = new TreeMap<>();

    public Outboxes(Retry retry, KafkaDeliveryLog log, DeliveryMetrics metrics, Clock clock) {
        this.retry = retry;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
    }

    public void add(String name, Addressee addressee) {
        addressees.put(name, addressee);
        queues.put(name, new ChannelQueue(name, retry, log, metrics, clock));
    }

    /** What became of a notice before. That of a channel which is no longer there is of no interest. */
    public void remember(Delivery delivery) {
        ChannelQueue queue = queues.get(delivery.channel());
        if (queue != null) {
            queue.remember(delivery);
        }
    }

    /** Once all of the past is remembered. */
    public void start() throws InterruptedException {
        for (ChannelQueue queue : queues.values()) {
            queue.start();
        }
    }

    public void offer(Notice notice) {
        queues.forEach((name, queue) -> addressee(name).parcel(notice).ifPresent(queue::offer));
    }

    public void offer(Event event) {
        queues.forEach((name, queue) -> addressee(name).parcel(event).ifPresent(queue::offer));
    }

    private Addressee addressee(String name) {
        return Objects.requireNonNull(addressees.get(name));
    }

    public void stop() throws InterruptedException {
        queues.values().forEach(ChannelQueue::leaveOff);
        long end = System.nanoTime() + LAST_DELIVERY.toNanos();
        for (ChannelQueue queue : queues.values()) {
            queue.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }

    /** How this one does. Any thread. */
    public ChannelStatus status(String channel) {
        return Objects.requireNonNull(queues.get(channel)).status();
    }

    /** How each does, by name. Any thread. */
    public List<ChannelStatus> status() {
        return queues.values().stream().map(ChannelQueue::status).toList();
    }
}
