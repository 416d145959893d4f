package dev.migrationtower.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.core.night.PixNight;
import dev.migrationtower.events.Delivery;
import dev.migrationtower.notifier.notice.Notice;
import dev.migrationtower.notifier.notice.Notices;
import dev.migrationtower.notifier.notice.Tempo;
import dev.migrationtower.notifier.words.Audience;
import dev.migrationtower.notifier.words.Wording;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChannelQueueTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final List<Notice> NOTICES = notices();

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
        NOTICES.forEach(queue::offer);

        await().until(() -> queue.status().trouble() != null);
        assertThat(delivered).containsExactly(NOTICES.getFirst().id());
        kafkaIsAway = false;

        await().until(() -> written.size() == NOTICES.size());
        assertThat(delivered)
                .containsExactlyElementsOf(NOTICES.stream().map(Notice::id).toList());
        assertThat(written).extracting(Delivery::notice).containsExactlyElementsOf(delivered);
    }

    @Test
    void whatWasDeliveredIsWrittenDownThoughItLeavesOffMeanwhile() throws InterruptedException {
        queue = queue(LONG);
        begin();
        kafkaIsAway = true;
        NOTICES.forEach(queue::offer);
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
        NOTICES.forEach(queue::offer);
        await().until(() -> written.size() == NOTICES.size());
        queue.stop(Duration.ofSeconds(30));

        ChannelQueue successor = queue(AT_ONCE);
        List<Delivery> before = List.copyOf(written);
        successor.remember(new Delivery(
                "hook", null, Delivery.Outcome.BEGUN, NOTICES.getFirst().at(), 0, null));
        before.subList(0, before.size() - 1).forEach(successor::remember);
        successor.start();
        NOTICES.forEach(successor::offer);
        await().until(() -> written.size() > before.size());
        successor.stop(Duration.ofSeconds(30));

        assertThat(delivered)
                .hasSize(NOTICES.size() + 1)
                .endsWith(NOTICES.getLast().id(), NOTICES.getLast().id());
    }

    private void begin() throws InterruptedException {
        queue.remember(new Delivery(
                "hook", null, Delivery.Outcome.BEGUN, NOTICES.getFirst().at(), 0, null));
        queue.start();
    }

    private ChannelQueue queue(Duration again) {
        return new ChannelQueue(
                "hook",
                message -> delivered.add(message.id()),
                new Wording(Audience.OPERATOR, "en", null),
                message -> true,
                new Retry(again, again, Duration.ofDays(1)),
                this::write,
                new DeliveryMetrics(new SimpleMeterRegistry()),
                Clock.fixed(NOTICES.getLast().at(), ZoneOffset.UTC));
    }

    private void write(Delivery delivery) {
        if (kafkaIsAway) {
            throw new KafkaException("Kafka is away");
        }
        written.add(delivery);
    }

    /** The first that an operator is told in the night of 2022. */
    private static List<Notice> notices() {
        Notices notices = new Notices(new Tempo(
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(15),
                Duration.ofHours(4),
                Duration.ofMinutes(5)));
        return PixNight.events(PixNight.plan()).stream()
                .flatMap(event -> notices.take(event).stream())
                .limit(5)
                .toList();
    }
}
