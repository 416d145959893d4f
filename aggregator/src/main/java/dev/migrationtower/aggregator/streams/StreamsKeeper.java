package dev.migrationtower.aggregator.streams;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one Kafka Streams client running. Once a second it looks how things stand and takes the next step to where they should
 * be: it waits for Kafka, creates the topics, starts the client, and replaces it after an error. Nothing else starts or stops it.
 *
 * <p>{@link #standing} may be asked from any thread, and never waits.
 */
public final class StreamsKeeper implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StreamsKeeper.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /**
     * How many rounds pass between an error and the next attempt. More than the session time-out, because a static member that comes
     * back sooner is given its old assignment again without a new look at the topics, and with it the old error.
     */
    private static final int ROUNDS_AFTER_ERROR = 8;

    private final Map<String, Object> kafka;
    private final String instance;
    private final Optional<Short> replication;
    private final Topology topology;
    private final ScheduledExecutorService rounds =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "streams-keeper"));

    private volatile Standing standing = Standing.notReady("starting");
    private volatile @Nullable Throwable failure;
    private volatile @Nullable Future<?> looking;
    private @Nullable Admin admin;
    private @Nullable KafkaStreams streams;
    private int roundsToWait;

    /**
     * A keeper that does nothing yet.
     *
     * @param kafka how to reach Kafka: its address and whatever signs in
     * @param instance unique among the aggregators that share the work, and the same after a restart
     * @param replication how many copies the topics are created with; empty: the broker's default
     */
    public StreamsKeeper(Map<String, Object> kafka, String instance, Optional<Short> replication, Topology topology) {
        this.kafka = kafka;
        this.instance = instance;
        this.replication = replication;
        this.topology = topology;
    }

    /** Begins. Returns at once: Kafka need not be there. */
    public void start() {
        looking = rounds.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How things stand, as of the last look, about a second ago. */
    public Standing standing() {
        return standing;
    }

    /** Whether somebody still looks; if not (out of memory, say), only a restart of the process helps. */
    public boolean alive() {
        Future<?> begun = looking;
        return begun == null || !begun.isDone();
    }

    private void round() {
        Standing now;
        try {
            now = look();
        } catch (ExecutionException e) {
            now = Standing.notReady("Kafka at " + address() + " does not answer: "
                    + words(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            now = Standing.notReady("Kafka at " + address() + " cannot be used: " + words(rootOf(e)));
        }
        if (!now.equals(standing)) {
            LOG.log(now.ready() ? Logger.Level.INFO : Logger.Level.WARN, now.words());
        }
        standing = now;
    }

    private Standing look() throws InterruptedException, ExecutionException {
        Throwable why = failure;
        if (why != null && rootOf(why) instanceof FencedInstanceIdException) {
            return Standing.notReady("another aggregator calls itself " + instance
                    + " and has taken over; this one stopped. Give each its own TOWER_INSTANCE, and restart this one.");
        }
        Optional<String> lacking = new Topics(admin(), replication).ensure();
        KafkaStreams running = streams;
        if (running != null) {
            return standingOf(running, why);
        }
        if (lacking.isPresent()) {
            return Standing.notReady(lacking.get());
        }
        if (roundsToWait > 0) {
            roundsToWait--;
            return Standing.notReady("beginning again in some seconds, after an error: " + wordsOf(why));
        }
        streams = started();
        return Standing.notReady("joining the group " + StreamsSettings.APPLICATION);
    }

    private Standing standingOf(KafkaStreams running, @Nullable Throwable why) {
        return switch (running.state()) {
            case RUNNING -> {
                failure = null;
                yield Standing.ready("taking in commands and observations");
            }
            case CREATED, REBALANCING -> Standing.notReady("taking over partitions, recalling their runs");
            case PENDING_ERROR, PENDING_SHUTDOWN -> Standing.notReady("stopping after an error: " + wordsOf(why));
            case ERROR, NOT_RUNNING -> {
                running.close(CLOSING);
                streams = null;
                roundsToWait = ROUNDS_AFTER_ERROR;
                yield Standing.notReady("stopped after an error: " + wordsOf(why));
            }
        };
    }

    private @Nullable Object address() {
        return kafka.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    private Admin admin() {
        Admin known = admin;
        if (known == null) {
            known = Admin.create(StreamsSettings.admin(kafka, instance));
            admin = known;
        }
        return known;
    }

    private KafkaStreams started() {
        KafkaStreams fresh =
                new KafkaStreams(topology, StreamsSettings.of(kafka, instance), new NamedClients(instance));
        fresh.setUncaughtExceptionHandler(e -> {
            failure = e;
            LOG.error("the stream thread stopped and is replaced: " + words(rootOf(e)), e);
            // The whole client, not the thread: there is one thread, and a missing topic is created on the way.
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        fresh.start();
        return fresh;
    }

    private static String wordsOf(@Nullable Throwable e) {
        return e == null ? "cause unknown" : words(rootOf(e));
    }

    private static String words(Throwable e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        for (Throwable next = e; next != null; next = next.getCause()) {
            root = next;
        }
        return root;
    }

    /** Stops, and commits what was taken in. Waits for at most some seconds. */
    @Override
    public void close() {
        rounds.shutdownNow();
        try {
            if (!rounds.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the look at Kafka did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        KafkaStreams running = streams;
        if (running != null && !running.close(CLOSING)) {
            LOG.warn(
                    "Kafka Streams did not stop in time; what it had not committed is taken in again at the next start");
        }
        Admin known = admin;
        if (known != null) {
            known.close(Duration.ZERO);
        }
    }
}
