package dev.migrationtower.dashboard.record;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import io.vertx.core.buffer.Buffer;
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
     * The JSON of the events after this revision, oldest first, at most so many.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka is needed and cannot be read
     */
    public List<Buffer> read(RunRecord record, long after, int limit) {
        return record.covers(after) ? fromMemory(record, after, limit) : fromKafka(record, after, limit);
    }

    private static List<Buffer> fromMemory(RunRecord record, long after, int limit) {
        List<Buffer> found = new ArrayList<>();
        Frame frame;
        for (long at = after + 1; found.size() < limit && (frame = record.frame(at)) != null; at++) {
            found.add(frame.json());
        }
        return found;
    }

    private List<Buffer> fromKafka(RunRecord record, long after, int limit) {
        Instant patience = clock.instant().plus(Consumers.PATIENCE);
        byte[] key = record.id().getBytes(StandardCharsets.UTF_8);
        List<Buffer> found = new ArrayList<>();
        try (Consumer<byte @Nullable [], byte @Nullable []> consumer = consumers.open("past")) {
            TopicPartition partition = seek(consumer, record, key);
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            while (found.size() < limit && consumer.position(partition) < end) {
                if (clock.instant().isAfter(patience)) {
                    throw new TimeoutException("the record of " + record.id() + " is too long to be read in time");
                }
                for (ConsumerRecord<byte @Nullable [], byte @Nullable []> candidate : consumer.poll(POLL)) {
                    byte[] value = candidate.value();
                    if (value != null && Arrays.equals(key, candidate.key()) && after(value, after)) {
                        found.add(Buffer.buffer(value));
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
    private static boolean after(byte[] value, long revision) {
        try {
            return Json.read(value, Event.class).revision() > revision;
        } catch (UnreadableException e) {
            return false;
        }
    }
}
