package dev.migrationtower.dashboard.record;

import dev.migrationtower.dashboard.probe.Probes;
import dev.migrationtower.service.Traces;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that reads the record, for as long as the service lives. Whatever happens to Kafka, it waits, says so in {@link
 * RecordStatus}, and goes on where it was.
 */
@Singleton
class RecordReader {
    private static final Logger LOG = Logger.getLogger(RecordReader.class);

    private final Consumers consumers;
    private final Runs runs;
    private final RecordStatus status;
    private final RecordPass pass;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "record-reader");
    private volatile @Nullable Consumer<?, ?> open;
    private String lastTrouble = "";

    RecordReader(
            Consumers consumers,
            Runs runs,
            Probes probes,
            Traces traces,
            DeadLetters deadLetters,
            RecordStatus status,
            RecordConfig config,
            @All List<RecordListener> listeners,
            Clock clock) {
        this.consumers = consumers;
        this.runs = runs;
        this.status = status;
        this.clock = clock;
        this.pass =
                new RecordPass(new Intake(runs, probes, traces), deadLetters, status, listeners, config.tail(), clock);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        Consumer<?, ?> consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(Consumers.PATIENCE.toMillis());
    }

    private void run() {
        try {
            do {
                attempt();
            } while (!stop.await(1, TimeUnit.SECONDS));
        } catch (Throwable e) {
            LOG.error("The reading of the record ended; restart this service", e);
            status.change(new RecordStatus.State.Broken(
                    "the reading of the record ended by " + e + ": restart this service"));
        }
    }

    private void attempt() {
        try (Consumer<byte @Nullable [], byte @Nullable []> consumer = consumers.open("record")) {
            open = consumer;
            pass.follow(consumer, this::stopped);
        } catch (OffsetOutOfRangeException e) {
            LOG.warn("The record in Kafka was replaced by another: reading it anew");
            runs.forget();
            pass.beginAnew();
        } catch (UnknownTopicOrPartitionException e) {
            trouble(e.getMessage() + " yet: the aggregator creates it when it starts", e);
        } catch (RuntimeException e) {
            trouble("Kafka cannot be read: " + e.getMessage(), e);
        } finally {
            open = null;
        }
    }

    private void trouble(String why, RuntimeException e) {
        if (stopped()) {
            return;
        }
        status.missing(why, clock.instant());
        if (!why.equals(lastTrouble)) {
            LOG.warn(why);
            LOG.debug("the whole of it", e);
            lastTrouble = why;
        }
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }
}
