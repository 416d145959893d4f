package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link Topic#CHECKS}, on a thread of its own: each partition from its beginning whenever Kafka's group gives it to us, and
 * drops its checks when the group takes it away. Nothing is ever committed. While Kafka is away the checks stay in hand.
 */
final class CheckReader {
    private static final Logger LOG = Logger.getLogger(CheckReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PAUSE_SECONDS = 1;

    private final Supplier<Consumer<byte[], byte[]>> kafka;
    private final Assignment assignment;
    private final DeadLetters deadLetters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("probe-checks").daemon().unstarted(this::run);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable String trouble = "has not joined its consumer group yet";

    /** @param kafka makes a consumer; may throw while Kafka's address is unknown */
    CheckReader(Supplier<Consumer<byte[], byte[]>> kafka, Assignment assignment, DeadLetters deadLetters) {
        this.kafka = kafka;
        this.assignment = assignment;
        this.deadLetters = deadLetters;
    }

    void start() {
        thread.start();
    }

    /** Why no checks can be had; null if they can. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** False when the thread has died of something that nobody thought of: only a restart mends that. */
    boolean alive() {
        return thread.isAlive() || stopping.getCount() == 0 || trouble != null;
    }

    /** Returns when the thread has ended, or after two seconds. */
    void stop() throws InterruptedException {
        stopping.countDown();
        Consumer<byte[], byte[]> current = consumer;
        if (current != null) {
            current.wakeup();
        }
        thread.join(Duration.ofSeconds(2));
    }

    private void run() {
        try {
            do {
                readUntilItBreaks();
            } while (!stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS));
        } catch (FencedInstanceIdException e) {
            trouble =
                    "was shut out of its consumer group, because another instance has the same name. Give each its own"
                            + " TOWER_INSTANCE and restart this one";
            LOG.errorf("This probe %s", trouble);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            assignment.loseAll();
        }
    }

    private void readUntilItBreaks() {
        try {
            Consumer<byte[], byte[]> current = kafka.get();
            consumer = current;
            try {
                current.subscribe(List.of(Topic.CHECKS.topicName()), new Rebalance(current));
                while (stopping.getCount() > 0) {
                    current.poll(POLL).forEach(this::read);
                }
            } finally {
                current.close(CloseOptions.timeout(POLL));
            }
        } catch (FencedInstanceIdException e) {
            throw e;
        } catch (WakeupException e) {
            LOG.debug("Woken up to stop", e);
        } catch (KafkaException e) {
            String found = "cannot read " + Topic.CHECKS.topicName() + ": "
                    + innermost(e).getMessage();
            if (!found.equals(trouble)) {
                LOG.warnf("This probe %s; it goes on trying", found);
            }
            trouble = found;
            assignment.loseAll();
        }
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        try {
            assignment.read(record.partition(), record.key(), record.value());
        } catch (UnreadableException e) {
            deadLetters.put(record, String.valueOf(e.getMessage()));
        }
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> of;

        Rebalance(Consumer<byte[], byte[]> of) {
            this.of = of;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            of.seekToBeginning(partitions);
            trouble = null;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> assignment.lose(partition.partition()));
        }
    }
}
