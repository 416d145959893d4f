package dev.migrationtower.probe.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Outbox outbox = new Outbox(2);
    private final List<Observation> acknowledged = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> sentWith = new CopyOnWriteArrayList<>();
    private volatile boolean kafkaIsThere = true;

    private final Delivery delivery = new Delivery(outbox, this::send, thread, new ProbeMetrics(registry, "pigeon"));

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    @Test
    void anObservationIsPublishedAtOnce() {
        publish("a", 1, "x");

        assertThat(acknowledged).extracting(Observation::id).containsExactly("a1");
        assertThat(sentWith).containsExactly(Map.of("traceparent", "a1"));
        await().until(() -> outbox.size() == 0);
    }

    @Test
    void whileKafkaIsAwayTheNewestOfEachCheckIsKeptAndPublishedWhenItIsBack() {
        kafkaIsThere = false;
        IntStream.rangeClosed(1, 100).forEach(second -> {
            publish("a", second, "x");
            publish("b", second, "x");
        });
        assertThat(outbox.size()).isLessThanOrEqualTo(4);

        kafkaIsThere = true;

        await().until(() -> outbox.size() == 0);
        assertThat(acknowledged).extracting(Observation::id).containsExactlyInAnyOrder("a100", "b100");
        assertThat(registry.get("probe.observation.sends.failed").counter().count())
                .isPositive();
    }

    @Test
    void whatIsTooLargeForKafkaIsUnobservable() {
        publish("a", 1, "x".repeat(1_000_000));

        assertThat(acknowledged.getFirst().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Unobservable.class,
                        tooLarge -> assertThat(tooLarge.cause()).isEqualTo("too-large"));
    }

    private void publish(String item, int second, String text) {
        Observation observation = new Observation(
                item + second,
                "night-1",
                "app",
                item,
                "pigeon",
                "probe-pigeon-1",
                Instant.EPOCH.plusSeconds(second),
                1,
                null,
                new Outcome.Reading(Map.of("text", text)),
                null,
                null);
        delivery.publish(new Parcel(observation, Map.of("traceparent", item + second)));
    }

    private CompletableFuture<Void> send(Topic topic, byte[] key, byte[] value, Map<String, String> headers) {
        if (!kafkaIsThere) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
        }
        assertThat(topic).isEqualTo(Topic.OBSERVATIONS);
        assertThat(key).asString().isEqualTo("night-1");
        sentWith.add(headers);
        try {
            acknowledged.add(Json.read(value, Observation.class));
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.completedFuture(null);
    }
}
