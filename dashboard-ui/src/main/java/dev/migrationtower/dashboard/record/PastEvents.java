package dev.migrationtower.dashboard.record;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Events by revision: from memory when they are there, else from Kafka, by reading the run's own partition for a moment. */
@Singleton
public class PastEvents {
    private static final Duration POLL = Duration.ofMillis(500);
    /** A record on Kafka bears the time of what caused it, which is before the event was decided. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Consumers consumers;
    private final Clock clock;

    PastEvents(Consumers consumers, Clock clock) {
        this.consumers = consumers;
        this.clock = clock;
    }

    /**
     * Those of the events after this revision that are wanted, oldest first, at most so many.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka is needed and cannot be read
     */
    public List<Event> read(RunRecord record, long after, int limit, Predicate<Event> wanted) {
        return record.covers(after)
                ? fromMemory(record, after, limit, wanted)
                : fromKafka(record, after, limit, wanted);
    }

    private static List<Event> fromMemory(RunRecord record, long after, int limit, Predicate<Event> wanted) {
        List<Event> found = new ArrayList<>();
        Frame frame;
        for (long at = after + 1; found.size() < limit && (frame = record.frame(at)) != null; at++) {
            Event event = frame.event();
            if (wanted.test(event)) {
                found.add(event);
            }
        }
        return found;
    }

    private List<Event> fromKafka(RunRecord record, long after, int limit, Predicate<Event> wanted) {
        Instant patience = clock.instant().plus(Consumers.PATIENCE);
        byte[] key = record.id().getBytes(StandardCharsets.UTF_8);
        List<Event> found = new ArrayList<>();
        try (Consumer<byte @Nullable [], byte @Nullable []> consumer = consumers.open("past")) {
            TopicPartition partition = seek(consumer, record, key);
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            while (found.size() < limit && consumer.position(partition) < end) {
                if (clock.instant().isAfter(patience)) {
                    throw new TimeoutException("the record of " + record.id() + " is too long to be read in time");
                }
                for (ConsumerRecord<byte @Nullable [], byte @Nullable []> candidate : consumer.poll(POLL)) {
                    if (Arrays.equals(key, candidate.key())) {
                        event(candidate.value())
                                .filter(event -> event.revision() > after && wanted.test(event))
                                .ifPresent(found::add);
                    }
                }
            }
        }
        return found.size() > limit ? found.subList(0, limit) : found;
    }

    private static TopicPartition seek(Consumer<?, ?> consumer, RunRecord record, byte[] key) {
        int partitions = Consumers.partitions(consumer, Topic.EVENTS).size();
        TopicPartition partition =
                new TopicPartition(Topic.EVENTS.topicName(), Utils.toPositive(Utils.murmur2(key)) % partitions);
        long loaded = record.run().orElseThrow().loadedAt().minus(MARGIN).toEpochMilli();
        consumer.assign(List.of(partition));
        OffsetAndTimestamp from =
                consumer.offsetsForTimes(Map.of(partition, loaded)).get(partition);
        if (from == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, from.offset());
        }
        return partition;
    }

    /** What cannot be read was put aside when it was read first. */
    private static Optional<Event> event(byte @Nullable [] value) {
        try {
            return value == null ? Optional.empty() : Optional.of(Json.read(value, Event.class));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }
}
