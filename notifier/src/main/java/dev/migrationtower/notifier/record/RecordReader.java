package dev.migrationtower.notifier.record;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import dev.migrationtower.notifier.record.ReaderStatus.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that reads the record. At each beginning it reads what was delivered, then the events from so far back as is
 * remembered, then what comes. Time passes for those who follow only while all is read: nobody is told how it stands by somebody
 * who cannot see.
 */
public final class RecordReader {
    private static final Logger LOG = Logger.getLogger(RecordReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LINK_CHECK = Duration.ofSeconds(2);
    /** An event is seen a moment after it was decided. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);
    /** A record on Kafka bears the time of what caused it, which is before the event was decided. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Consumers consumers;
    private final Supplier<Following> following;
    private final Duration lookBack;
    private final ReaderStatus status;
    private final Counter unreadable;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("record-reader").daemon().unstarted(this::run);
    private String lastTrouble = "";

    /**
     * @param connection how to reach Kafka: its address and whatever signs in
     * @param following made anew each time this instance becomes the one that tells
     * @param lookBack how far back the record is read at a beginning
     */
    public RecordReader(
            Map<String, Object> connection,
            String instance,
            Supplier<Following> following,
            Duration lookBack,
            ReaderStatus status,
            MeterRegistry registry,
            Clock clock) {
        this.consumers = new Consumers(connection, instance);
        this.following = following;
        this.lookBack = lookBack;
        this.status = status;
        this.unreadable = Counter.builder("notifier.unreadable.records")
                .description("Records of tower.events that could not be read, and of which nobody is told")
                .register(registry);
        this.clock = clock;
    }

    public void start() {
        thread.start();
    }

    public void stop() throws InterruptedException {
        stop.countDown();
        if (thread.isAlive() && !thread.join(Duration.ofSeconds(25))) {
            thread.interrupt();
        }
    }

    public boolean alive() {
        return thread.isAlive() && status.state() != State.BROKEN;
    }

    private void run() {
        try {
            do {
                attempt();
            } while (!stop.await(1, TimeUnit.SECONDS));
        } catch (Throwable e) {
            LOG.error("The reading of the record ended; restart this service", e);
            status.change(
                    State.BROKEN,
                    "the reading of the record ended by " + e + ": restart this service",
                    clock.instant());
        }
    }

    private void attempt() throws InterruptedException {
        try (Lead lead = new Lead(consumers.deliveries())) {
            while (!lead.take()) {
                if (stopped()) {
                    return;
                }
                status.change(
                        State.STANDING_BY,
                        "another instance tells, or Kafka's topic " + Topic.DELIVERIES.topicName()
                                + " is not there yet: the aggregator makes it",
                        clock.instant());
            }
            Following follower = following.get();
            lead.followedBy(follower);
            try {
                if (lead.read(follower::remember, this::stopped)) {
                    follower.start();
                    follow(lead, follower);
                }
            } finally {
                follower.stop();
            }
        } catch (UnknownTopicOrPartitionException e) {
            trouble(e.getMessage() + " yet: the aggregator creates it when it starts");
        } catch (RuntimeException e) {
            trouble("Kafka cannot be read: " + e.getMessage());
            LOG.debug("the whole of it", e);
        }
    }

    private void follow(Lead lead, Following follower) {
        try (Consumer<byte @Nullable [], byte @Nullable []> consumer = consumers.events()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            seek(consumer, partitions);
            status.change(State.READING, "the record is read", clock.instant());
            Instant linkSeen = Instant.MIN;
            while (!stopped() && lead.keep()) {
                var batch = consumer.poll(POLL);
                for (ConsumerRecord<byte @Nullable [], byte @Nullable []> record : batch) {
                    take(record, follower);
                }
                Instant now = clock.instant();
                if (linkSeen.plus(LINK_CHECK).isBefore(now)) {
                    if (!isAllRead(consumer, partitions, now)) {
                        continue;
                    }
                    linkSeen = now;
                }
                follower.pass(now.minus(ON_ITS_WAY));
            }
        }
    }

    /** Asks Kafka where the end is: a consumer that cannot reach it says nothing at all. */
    private boolean isAllRead(Consumer<?, ?> consumer, List<TopicPartition> partitions, Instant now) {
        try {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long behind = ends.entrySet().stream()
                    .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                    .sum();
            if (behind > 0) {
                status.change(State.READING, "the record is read: " + behind + " records behind", now);
                return false;
            }
            status.change(State.LIVE, "the record is read as it is written", now);
            lastTrouble = "";
            return true;
        } catch (TimeoutException e) {
            trouble("no answer from Kafka: " + e.getMessage());
            return false;
        }
    }

    private void take(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, Following follower) {
        byte[] value = record.value();
        try {
            if (value == null) {
                throw new UnreadableException("not an Event: no value", null);
            }
            follower.take(Json.read(value, Event.class));
        } catch (UnreadableException e) {
            // dashboard-ui reads the same topic and puts it aside on tower.dead-letters; once is enough
            unreadable.increment();
            LOG.warnf(
                    "Nobody is told of what stands at %s-%d@%d: %s",
                    record.topic(), record.partition(), record.offset(), e.getMessage());
        }
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        List<PartitionInfo> partitions = consumer.partitionsFor(Topic.EVENTS.topicName());
        if (partitions == null || partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("topic " + Topic.EVENTS.topicName() + " does not exist");
        }
        return partitions.stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void seek(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        long from = clock.instant().minus(lookBack).minus(MARGIN).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> places = consumer.offsetsForTimes(
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> from)));
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp place = places.get(partition);
            if (place == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, place.offset());
            }
        }
    }

    private void trouble(String why) {
        if (stopped()) {
            return;
        }
        status.change(State.WAITING, why, clock.instant());
        if (!why.equals(lastTrouble)) {
            LOG.warn(why);
            lastTrouble = why;
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }
}
