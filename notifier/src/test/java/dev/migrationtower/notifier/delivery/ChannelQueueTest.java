package dev.migrationtower.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Delivery;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelQueueTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final List<String> IDS = List.of("night-1/1", "night-1/2", "night-1/3");
    private static final Instant TEN = Instant.parse("2026-11-26T22:00:00Z");

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final List<Delivery> written = new CopyOnWriteArrayList<>();
    private volatile boolean kafkaIsAway;
    private ChannelQueue queue = queue(AT_ONCE);

    @AfterEach
    void leaveOff() throws InterruptedException {
        queue.stop(Duration.ZERO);
    }

    @Test
    void whatComesNextWaitsUntilItIsWrittenDownWhatWasDelivered() throws InterruptedException {
        begin();
        kafkaIsAway = true;
        parcels().forEach(queue::offer);

        await().until(() -> queue.status().trouble() != null);
        assertThat(delivered).containsExactly(IDS.getFirst());
        kafkaIsAway = false;

        await().until(() -> written.size() == IDS.size());
        assertThat(delivered).containsExactlyElementsOf(IDS);
        assertThat(written).extracting(Delivery::notice).containsExactlyElementsOf(delivered);
    }

    @Test
    void whatWasDeliveredIsWrittenDownThoughItLeavesOffMeanwhile() throws InterruptedException {
        queue = queue(LONG);
        begin();
        kafkaIsAway = true;
        parcels().forEach(queue::offer);
        await().until(() -> queue.status().trouble() != null);

        queue.leaveOff();
        kafkaIsAway = false;
        queue.stop(Duration.ofSeconds(30));

        assertThat(written).extracting(Delivery::notice).containsExactlyElementsOf(delivered);
        assertThat(delivered).hasSize(1);
    }

    @Test
    void whatIsRememberedIsNotDeliveredAgain() throws InterruptedException {
        begin();
        parcels().forEach(queue::offer);
        await().until(() -> written.size() == IDS.size());
        queue.stop(Duration.ofSeconds(30));

        ChannelQueue successor = queue(AT_ONCE);
        List<Delivery> before = List.copyOf(written);
        successor.remember(new Delivery("hook", null, Delivery.Outcome.BEGUN, TEN, 0, null));
        before.subList(0, before.size() - 1).forEach(successor::remember);
        successor.start();
        parcels().forEach(successor::offer);
        await().until(() -> written.size() > before.size());
        successor.stop(Duration.ofSeconds(30));

        assertThat(delivered).hasSize(IDS.size() + 1).endsWith(IDS.getLast(), IDS.getLast());
    }

    private void begin() throws InterruptedException {
        queue.remember(new Delivery("hook", null, Delivery.Outcome.BEGUN, TEN, 0, null));
        queue.start();
    }

    private ChannelQueue queue(Duration again) {
        return new ChannelQueue(
                "hook",
                new Retry(again, again, Duration.ofDays(1)),
                this::write,
                new DeliveryMetrics(new SimpleMeterRegistry()),
                Clock.fixed(TEN, ZoneOffset.UTC));
    }

    private List<Parcel> parcels() {
        return IDS.stream()
                .map(id -> new Parcel(id, TEN, "of " + id, () -> delivered.add(id)))
                .toList();
    }

    private void write(Delivery delivery) {
        if (kafkaIsAway) {
            throw new KafkaException("Kafka is away");
        }
        written.add(delivery);
    }
}
