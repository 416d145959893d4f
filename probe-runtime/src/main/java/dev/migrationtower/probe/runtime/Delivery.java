package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has the observations of the outbox acknowledged by Kafka, with patience. Thread-safe. */
final class Delivery {
    /** How many may be under way: enough to keep a link busy, few enough to be soon through with the old ones after an outage. */
    static final int UNDER_WAY = 64;
    /** Below the 1 MiB at which Kafka refuses a record. */
    private static final int LARGEST = 900_000;
    /** Between a failure and the next try. */
    private static final long PAUSE_SECONDS = 1;

    private final Outbox outbox;
    private final Sender sender;
    private final ScheduledExecutorService thread;
    private final ProbeMetrics metrics;

    Delivery(Outbox outbox, Sender sender, ScheduledExecutorService thread, ProbeMetrics metrics) {
        this.outbox = outbox;
        this.sender = sender;
        this.thread = thread;
        this.metrics = metrics;
    }

    /** Publishes it, at once if Kafka is there, else when it is back, unless there is a newer one by then. */
    void publish(Parcel parcel) {
        outbox.offer(parcel);
        sendWhatMayBeSent();
    }

    /** What was not published of it, will not be. */
    void forget(CheckKey key) {
        outbox.forget(key);
    }

    private void sendWhatMayBeSent() {
        Optional<Parcel> next = outbox.next();
        while (next.isPresent()) {
            send(next.get());
            next = outbox.next();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failure is handled in the end
    private void send(Parcel parcel) {
        Observation observation = parcel.observation();
        sender.send(
                        Topic.OBSERVATIONS,
                        observation.run().getBytes(StandardCharsets.UTF_8),
                        bytes(observation),
                        parcel.headers())
                .handleAsync(
                        (done, failure) -> {
                            answered(parcel, failure == null);
                            return parcel;
                        },
                        thread);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // cannot fail
    private void answered(Parcel parcel, boolean acknowledged) {
        if (acknowledged) {
            outbox.sent(parcel);
            sendWhatMayBeSent();
        } else {
            metrics.notAcknowledged();
            outbox.failed(parcel);
            thread.schedule(this::sendWhatMayBeSent, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static byte[] bytes(Observation observation) {
        byte[] bytes = Json.write(observation);
        return bytes.length <= LARGEST ? bytes : Json.write(tooLarge(observation, bytes.length));
    }

    private static Observation tooLarge(Observation observation, int length) {
        return new Observation(
                observation.id(),
                observation.run(),
                observation.check(),
                observation.item(),
                observation.probe(),
                observation.instance(),
                observation.observedAt(),
                observation.tookMillis(),
                observation.nextUpdateSeconds(),
                new Outcome.Unobservable(
                        "too-large",
                        "What was seen takes " + length + " bytes, more than the " + LARGEST
                                + " that can be published. Let the check look at something smaller."),
                null,
                observation.specVersion());
    }
}
