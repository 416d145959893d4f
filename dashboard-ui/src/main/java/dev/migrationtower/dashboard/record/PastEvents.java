package dev.migrationtower.dashboard.record;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
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
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Events by revision: from memory when they are there, else from Kafka, by reading the run's own partition for a moment. Whatever the
 * length of a record, no more of it is held at once than one poll brings.
 */
@Singleton
public class PastEvents {
    private static final Duration POLL = Duration.ofMillis(500);
    /** A record on Kafka bears the time of what caused it, which is before the event was decided. */
    private static final Duration MARGIN = Duration.ofMinutes(10);
    /** So many of the newest events are at hand for what is told beside a past state. */
    private static final int FRAMES = 1000;
    /** How many may read from Kafka at a time: each reads perhaps a whole night. */
    private static final int READERS = 4;

    private final Semaphore readers = new Semaphore(READERS, true);
    private final Bookmarks bookmarks = new Bookmarks();
    private final Consumers consumers;
    private final Clock clock;

    PastEvents(Consumers consumers, Clock clock) {
        this.consumers = consumers;
        this.clock = clock;
    }

    /** Is shown events, one after the other. */
    public interface Reader {
        /**
         * The next event, and its JSON on one line, as it stood on the topic.
         *
         * @return whether to go on
         */
        boolean read(Event event, byte[] json);
    }

    /**
     * A run as it stood.
     *
     * @param at when the newest event of it was decided
     */
    public record Then(Instant at, RunRecord run) {}

    /**
     * Those of the events after this revision that are wanted, oldest first, at most so many.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka is needed and cannot be read
     * @throws ProblemException 503 if too many read already
     */
    public List<Event> read(RunRecord record, long after, int limit, Predicate<Event> wanted) {
        List<Event> found = new ArrayList<>();
        walk(record, after, (event, json) -> {
            if (wanted.test(event)) {
                found.add(event);
            }
            return found.size() < limit;
        });
        return found;
    }

    /**
     * The run after the first event and all that follow it without a break for which this is true; empty if there is none. Its
     * newest events are at hand, too.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka is needed and cannot be read
     * @throws ProblemException 503 if too many read already
     */
    public Optional<Then> asOf(RunRecord record, Predicate<Event> included) {
        RunRecord past = new RunRecord(record.id(), FRAMES);
        Instant[] at = {null};
        walk(record, 0, (event, json) -> {
            if (!included.test(event)) {
                return false;
            }
            past.apply(event, json);
            at[0] = event.at();
            return true;
        });
        return past.run().map(known -> new Then(Objects.requireNonNull(at[0]), past));
    }

    /**
     * Shows the reader the events after this revision, in order, each once, until it has enough or there are no more.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka is needed and cannot be read
     * @throws ProblemException 503 if too many read already
     */
    public void walk(RunRecord record, long after, Reader reader) {
        long at = after;
        Frame frame;
        while ((frame = record.frame(at + 1)) != null) {
            at++;
            if (!reader.read(frame.event(), frame.json().getBytes())) {
                return;
            }
        }
        // what is not in memory, or was pushed out of it meanwhile
        if (at < record.revision()) {
            requireTurn();
            try {
                walkKafka(record, at, reader);
            } finally {
                readers.release();
            }
        }
    }

    private void requireTurn() {
        try {
            if (readers.tryAcquire(Consumers.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(Problem.of(
                503,
                "Many look back",
                READERS + " others read old records from Kafka just now. Ask again in a moment."));
    }

    private void walkKafka(RunRecord record, long after, Reader reader) {
        byte[] key = record.id().getBytes(StandardCharsets.UTF_8);
        try (Consumer<byte @Nullable [], byte @Nullable []> consumer = consumers.open("past")) {
            TopicPartition partition = seek(consumer, record, after, key);
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            long at = after;
            Instant patience = patience();
            while (consumer.position(partition) < end) {
                ConsumerRecords<byte @Nullable [], byte @Nullable []> polled = consumer.poll(POLL);
                if (!polled.isEmpty()) {
                    patience = patience();
                } else if (clock.instant().isAfter(patience)) {
                    throw new TimeoutException("the record of " + record.id() + " does not come");
                }
                for (ConsumerRecord<byte @Nullable [], byte @Nullable []> candidate : polled) {
                    byte[] json = candidate.value();
                    Event event = Arrays.equals(key, candidate.key()) && json != null ? event(json) : null;
                    if (event != null && event.revision() > at) {
                        at = event.revision();
                        bookmarks.put(record, at, candidate.offset());
                        if (!reader.read(event, Frame.oneLine(json))) {
                            return;
                        }
                    }
                }
            }
        }
    }

    private Instant patience() {
        return clock.instant().plus(Consumers.PATIENCE);
    }

    private TopicPartition seek(Consumer<?, ?> consumer, RunRecord record, long after, byte[] key) {
        int partitions = Consumers.partitions(consumer, Topic.EVENTS).size();
        TopicPartition partition =
                new TopicPartition(Topic.EVENTS.topicName(), Utils.toPositive(Utils.murmur2(key)) % partitions);
        consumer.assign(List.of(partition));
        OptionalLong known = bookmarks.offset(record, after);
        if (known.isPresent()) {
            consumer.seek(partition, known.getAsLong());
            return partition;
        }
        long loaded = record.run().orElseThrow().loadedAt().minus(MARGIN).toEpochMilli();
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
    private static @Nullable Event event(byte[] json) {
        try {
            return Json.read(json, Event.class);
        } catch (UnreadableException e) {
            return null;
        }
    }
}
