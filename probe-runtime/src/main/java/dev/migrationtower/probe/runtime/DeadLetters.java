package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.DeadLetter;
import dev.migrationtower.events.Topic;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Puts aside what cannot be read. A compacted topic keeps a bad record, and it is read again each time its partition changes hands:
 * one instance puts it aside, counts it and logs it once.
 */
final class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Sender sender;
    private final FrameConfig config;
    private final ProbeMetrics metrics;
    private final SaidOnce seen = new SaidOnce();

    DeadLetters(Sender sender, FrameConfig config, ProbeMetrics metrics) {
        this.sender = sender;
        this.config = config;
        this.metrics = metrics;
    }

    /** Puts the record aside, as it is. */
    @SuppressWarnings("FutureReturnValueIgnored") // a failure is logged in the end
    void put(ConsumerRecord<byte[], byte[]> record, String reason) {
        String where = record.topic() + "-" + record.partition() + "@" + record.offset();
        if (!seen.first(where)) {
            return;
        }
        LOG.warnf("Passed over the record %s and put it on %s: %s", where, Topic.DEAD_LETTERS.topicName(), reason);
        metrics.deadLetter();
        sender.send(
                        Topic.DEAD_LETTERS,
                        record.key(),
                        record.value(),
                        Map.of(
                                DeadLetter.REASON, reason,
                                DeadLetter.TOPIC, record.topic(),
                                DeadLetter.PARTITION, Integer.toString(record.partition()),
                                DeadLetter.OFFSET, Long.toString(record.offset()),
                                DeadLetter.SERVICE, config.instance()))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.errorf(
                                "The record %s could not be put on %s (%s); it stands where it was, and is put aside when it is read again",
                                where, Topic.DEAD_LETTERS.topicName(), failure.getMessage());
                        seen.forget(where);
                    }
                });
    }
}
