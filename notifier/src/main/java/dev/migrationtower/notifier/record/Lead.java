package dev.migrationtower.notifier.record;

import dev.migrationtower.events.Delivery;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Whether this instance is the one that tells: it is while it owns the partition of {@code tower.deliveries}, which Kafka gives to
 * one of the group. Whoever gets it reads first what the others delivered, and whoever loses it has left off before another gets
 * it: Kafka waits for that. For the reading thread only.
 */
final class Lead implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Lead.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte @Nullable [], byte @Nullable []> consumer;
    private Set<TopicPartition> mine = Set.of();
    private @Nullable Following follower;

    Lead(Consumer<byte @Nullable [], byte @Nullable []> consumer) {
        this.consumer = consumer;
        consumer.subscribe(List.of(Topic.DELIVERIES.topicName()), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                mine = Set.copyOf(partitions);
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                mine = Set.of();
                leaveOff();
            }
        });
    }

    /** Who follows the record while it is ours. */
    void followedBy(Following newFollower) {
        follower = newFollower;
    }

    private void leaveOff() {
        if (follower != null) {
            try {
                follower.stop();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    /** Asks Kafka, for a moment; whether it is ours. */
    boolean take() {
        if (mine.isEmpty()) {
            consumer.poll(POLL);
        }
        return !mine.isEmpty();
    }

    /** Whether it is still ours; nothing is read any more. */
    boolean keep() {
        consumer.pause(consumer.assignment());
        consumer.poll(Duration.ZERO);
        return !mine.isEmpty();
    }

    /** Reads all that was delivered; false if it was lost meanwhile. */
    boolean read(java.util.function.Consumer<Delivery> taker, BooleanSupplier stopped) {
        consumer.seekToBeginning(mine);
        Map<TopicPartition, Long> ends = consumer.endOffsets(mine);
        while (!mine.isEmpty()
                && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (stopped.getAsBoolean()) {
                return false;
            }
            for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : consumer.poll(POLL)) {
                read(record, taker);
            }
        }
        return !mine.isEmpty();
    }

    private static void read(
            ConsumerRecord<byte @Nullable [], byte @Nullable []> record, java.util.function.Consumer<Delivery> taker) {
        byte[] value = record.value();
        if (value == null) {
            return;
        }
        try {
            taker.accept(Json.read(value, Delivery.class));
        } catch (UnreadableException e) {
            LOG.warnf(
                    "What stands at %s-%d@%d cannot be read, and a notice may be told twice for it: %s",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
