package dev.migrationtower.dashboard.record;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The way through the record: the views of {@code tower.state}, then the events, from a little before the end on. Remembers how far
 * it came, so that another consumer goes on there. For the reading thread only.
 *
 * <p>The place among the events is noted before the state is read: an event older than a view changes nothing, a missed one would.
 */
final class RecordPass {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LINK_CHECK = Duration.ofSeconds(2);

    private final Intake intake;
    private final DeadLetters deadLetters;
    private final RecordStatus status;
    private final List<RecordListener> listeners;
    private final long tail;
    private final Clock clock;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private Map<TopicPartition, Long> goal = Map.of();
    private Instant linkSeen = Instant.MIN;

    RecordPass(
            Intake intake,
            DeadLetters deadLetters,
            RecordStatus status,
            List<RecordListener> listeners,
            long tail,
            Clock clock) {
        this.intake = intake;
        this.deadLetters = deadLetters;
        this.status = status;
        this.listeners = listeners;
        this.tail = tail;
        this.clock = clock;
    }

    /** Forgets how far it came. */
    void beginAnew() {
        positions.clear();
        goal = Map.of();
        status.change(new RecordStatus.State.CatchingUp(0));
    }

    /** Reads with this consumer until told to stop. */
    void follow(Consumer<byte @Nullable [], byte @Nullable []> consumer, BooleanSupplier stopped) {
        if (positions.isEmpty()) {
            positions.putAll(load(consumer));
        }
        consumer.assign(positions.keySet());
        positions.forEach(consumer::seek);
        while (!stopped.getAsBoolean()) {
            ConsumerRecords<byte @Nullable [], byte @Nullable []> batch = consumer.poll(POLL);
            batch.forEach(this::take);
            positions.replaceAll((partition, offset) -> consumer.position(partition));
            checkLink(consumer, batch.isEmpty());
            if (!batch.isEmpty()) {
                listeners.forEach(RecordListener::caughtUp);
            }
        }
    }

    /** Reads the state as it stands; gives the places from where events and probes are to be read. */
    private Map<TopicPartition, Long> load(Consumer<byte @Nullable [], byte @Nullable []> consumer) {
        List<TopicPartition> events = Consumers.partitions(consumer, Topic.EVENTS);
        Map<TopicPartition, Long> from = new HashMap<>(consumer.beginningOffsets(events));
        consumer.endOffsets(events).forEach((partition, end) -> from.merge(partition, end - tail, Math::max));
        from.putAll(consumer.beginningOffsets(Consumers.partitions(consumer, Topic.PROBES)));
        readThrough(consumer, Topic.DEAD_LETTERS, deadLetters::remember);
        readThrough(consumer, Topic.STATE, this::take);
        return from;
    }

    private void readThrough(
            Consumer<byte @Nullable [], byte @Nullable []> consumer,
            Topic topic,
            java.util.function.Consumer<ConsumerRecord<byte @Nullable [], byte @Nullable []>> taker) {
        List<TopicPartition> partitions = Consumers.partitions(consumer, topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long behind;
        while ((behind = behind(consumer, ends)) > 0) {
            status.change(new RecordStatus.State.CatchingUp(behind));
            ConsumerRecords<byte @Nullable [], byte @Nullable []> batch = consumer.poll(POLL);
            batch.forEach(taker);
            if (batch.isEmpty()) {
                // Tells by a time-out that Kafka went away meanwhile.
                consumer.endOffsets(partitions, LINK_CHECK);
            }
        }
    }

    private void take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        try {
            Optional<Event> event = intake.take(record);
            if (status.complete()) {
                event.ifPresent(happened -> listeners.forEach(listener -> listener.happened(happened)));
            }
        } catch (UnreadableException e) {
            deadLetters.put(record, String.valueOf(e.getMessage()));
        }
        positions.computeIfPresent(
                new TopicPartition(record.topic(), record.partition()), (partition, old) -> record.offset() + 1);
    }

    /**
     * Says how the reading goes. A consumer that cannot reach Kafka says nothing at all, so that Kafka is asked when it is silent.
     * All is read when the end is reached that was the end when we asked: while events flow, the end of now is always ahead.
     */
    private void checkLink(Consumer<?, ?> consumer, boolean silent) {
        Instant now = clock.instant();
        if (!silent) {
            linkSeen = now;
        }
        if (status.live() && now.isBefore(linkSeen.plus(LINK_CHECK))) {
            return;
        }
        try {
            if (goal.isEmpty() || silent) {
                goal = consumer.endOffsets(positions.keySet(), LINK_CHECK);
                linkSeen = now;
            }
            long behind = behind(consumer, goal);
            if (behind == 0) {
                goal = Map.of();
                status.change(new RecordStatus.State.Live());
                listeners.forEach(RecordListener::caughtUp);
            } else if (!status.complete()) {
                status.change(new RecordStatus.State.CatchingUp(behind));
            }
        } catch (TimeoutException e) {
            status.missing("no answer from Kafka: " + e.getMessage(), now);
        }
    }

    private static long behind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }
}
