package dev.migrationtower.notifier.delivery;

import dev.migrationtower.events.Delivery;
import dev.migrationtower.events.Delivery.Outcome;
import dev.migrationtower.notifier.channel.UndeliveredException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way of all notices to one channel: in order, one at a time, by a thread of its own, so that a receiver that is away holds
 * up no other. A notice is tried until it is delivered, refused for good, or no longer news; only then comes the next.
 *
 * <p>What was delivered is written down after it was: if the service dies in between, that one notice is delivered again, with
 * the same id. {@link #remember} and {@link #offer} belong to the reading thread.
 */
final class ChannelQueue {
    private static final Logger LOG = Logger.getLogger(ChannelQueue.class);
    private static final int REFUSALS = 3;
    private static final Duration WRITING_AGAIN = Duration.ofMillis(200);

    private final String name;
    private final Retry retry;
    private final DeliveryLog log;
    private final DeliveryMetrics metrics;
    private final Clock clock;
    private final Set<String> settled = new HashSet<>();
    private final LinkedBlockingQueue<Parcel> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Instant since;
    private volatile @Nullable Parcel underWay;
    private volatile @Nullable Instant deliveredAt;
    private volatile @Nullable String trouble;

    ChannelQueue(String name, Retry retry, DeliveryLog log, DeliveryMetrics metrics, Clock clock) {
        this.name = name;
        this.retry = retry;
        this.log = log;
        this.metrics = metrics;
        this.clock = clock;
        thread = Thread.ofPlatform().name("channel-" + name).daemon().unstarted(this::run);
    }

    /** What became of a notice before this service started. */
    void remember(Delivery delivery) {
        if (delivery.notice() == null) {
            since = delivery.at();
        } else {
            settled.add(delivery.notice());
        }
    }

    /** Begins to deliver. A channel that nobody had heard of is told what happens from now on. */
    void start() throws InterruptedException {
        if (since == null) {
            Instant now = clock.instant();
            write(new Delivery(name, null, Outcome.BEGUN, now, 0, null));
            since = now;
        }
        thread.start();
    }

    /** Takes no other notice; what is being delivered is delivered, and written down. */
    void leaveOff() {
        stop.countDown();
    }

    /** Waits until it has left off, for so long at most. */
    void stop(Duration patience) throws InterruptedException {
        leaveOff();
        if (thread.isAlive() && !thread.join(patience)) {
            thread.interrupt();
        }
    }

    /** Takes what is for this channel, unless it was settled before, or is older than the channel. */
    void offer(Parcel parcel) {
        if (since != null && parcel.at().isBefore(since) || !settled.add(parcel.id())) {
            return;
        }
        queue.add(parcel);
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                Parcel parcel = queue.poll(100, TimeUnit.MILLISECONDS);
                if (parcel != null) {
                    underWay = parcel;
                    settle(parcel);
                    underWay = null;
                }
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s is stopped with %d notices to go", name, backlog());
        } catch (RuntimeException e) {
            trouble = "the delivery ended by " + e + ": restart this service";
            LOG.errorf(e, "The delivery to %s ended", name);
        }
    }

    private void settle(Parcel parcel) throws InterruptedException {
        int refusals = 0;
        for (int attempts = 1; ; attempts++) {
            try {
                parcel.handing().handOver();
                done(parcel, Outcome.DELIVERED, attempts, null);
                return;
            } catch (UndeliveredException e) {
                say(String.valueOf(e.getMessage()));
                metrics.failed(name);
                refusals += e.lasting() ? 1 : 0;
                Outcome end = refusals == REFUSALS ? Outcome.REFUSED : expired(parcel) ? Outcome.EXPIRED : null;
                if (end != null) {
                    LOG.errorf(
                            "Gave up on %s: notice %s, \"%s\": %s", name, parcel.id(), parcel.title(), e.getMessage());
                    done(parcel, end, attempts, e.getMessage());
                    return;
                }
                pause(retry.after(attempts, e.retryAfter()));
            }
        }
    }

    private boolean expired(Parcel parcel) {
        return clock.instant().isAfter(parcel.at().plus(retry.expiresAfter()));
    }

    private void done(Parcel parcel, Outcome outcome, int attempts, @Nullable String error)
            throws InterruptedException {
        Instant now = clock.instant();
        write(new Delivery(name, parcel.id(), outcome, now, attempts, error));
        metrics.settled(name, outcome);
        if (outcome == Outcome.DELIVERED) {
            deliveredAt = now;
            if (trouble != null) {
                LOG.infof("%s takes notices again", name);
            }
            trouble = null;
        }
    }

    /**
     * Until it is written: what comes next must not be known before this is. Whoever leaves off goes on trying: Kafka that comes back
     * may give the lead to another at once, who would deliver it again.
     */
    private void write(Delivery delivery) throws InterruptedException {
        for (int attempts = 1; ; attempts++) {
            try {
                log.write(delivery);
                return;
            } catch (RuntimeException e) {
                say("it cannot be written down what was delivered: " + e.getMessage());
                if (stop.await(retry.after(attempts, null).toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(WRITING_AGAIN);
                }
            }
        }
    }

    /** Logged once, however often it is tried. */
    private void say(String words) {
        if (!words.equals(trouble)) {
            LOG.warnf("%s: %s. It is tried again.", name, words);
        }
        trouble = words;
    }

    private void pause(Duration duration) throws InterruptedException {
        if (stop.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopped");
        }
    }

    // --- how it stands; any thread

    int backlog() {
        return queue.size() + (underWay == null ? 0 : 1);
    }

    /** How old the notice is that waits longest; zero if none does. */
    Duration oldestAge() {
        Parcel oldest = underWay == null ? queue.peek() : underWay;
        return oldest == null ? Duration.ZERO : Duration.between(oldest.at(), clock.instant());
    }

    ChannelStatus status() {
        return new ChannelStatus(name, backlog(), oldestAge().toSeconds(), deliveredAt, trouble);
    }
}
