package dev.migrationtower.dashboard.record;

import dev.migrationtower.events.DeadLetter;
import dev.migrationtower.events.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts records aside that cannot be read, each once: this service reads the end of the record anew at every start, and knows from
 * {@code tower.dead-letters} itself what it has put there before. For the reading thread only.
 */
@Singleton
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> out;
    private final MeterRegistry metrics;
    private final String service;
    private final Set<String> known = new HashSet<>();

    DeadLetters(
            @Channel("dead-letters") MutinyEmitter<byte[]> out,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.out = out;
        this.metrics = metrics;
        this.service = service;
        for (Topic read : Set.of(Topic.EVENTS, Topic.STATE, Topic.PROBES)) {
            counter(read.topicName());
        }
    }

    /** Learns from a record of {@code tower.dead-letters} what needs not be put there again. */
    void remember(ConsumerRecord<byte @Nullable [], byte @Nullable []> deadLetter) {
        Headers headers = deadLetter.headers();
        if (service.equals(text(headers.lastHeader(DeadLetter.SERVICE)))) {
            known.add(place(
                    text(headers.lastHeader(DeadLetter.TOPIC)),
                    text(headers.lastHeader(DeadLetter.PARTITION)),
                    text(headers.lastHeader(DeadLetter.OFFSET))));
        }
    }

    /**
     * Counts it, logs it, and puts it aside.
     *
     * @throws RuntimeException if Kafka does not take it; it is then to be read again
     */
    void put(ConsumerRecord<byte @Nullable [], byte @Nullable []> record, String reason) {
        String partition = Integer.toString(record.partition());
        String offset = Long.toString(record.offset());
        String place = place(record.topic(), partition, offset);
        if (known.contains(place)) {
            return;
        }
        Headers headers = new RecordHeaders(record.headers().toArray())
                .add(DeadLetter.REASON, bytes(reason))
                .add(DeadLetter.TOPIC, bytes(record.topic()))
                .add(DeadLetter.PARTITION, bytes(partition))
                .add(DeadLetter.OFFSET, bytes(offset))
                .add(DeadLetter.SERVICE, bytes(service));
        out.sendMessage(Message.of(record.value())
                        .addMetadata(OutgoingKafkaRecordMetadata.<byte[]>builder()
                                .withKey(record.key())
                                .withHeaders(headers)
                                .build()))
                .await()
                .atMost(PATIENCE);
        known.add(place);
        counter(record.topic()).increment();
        LOG.warnf("Put aside on %s what stands at %s: %s", Topic.DEAD_LETTERS.topicName(), place, reason);
    }

    private Counter counter(String topic) {
        return Counter.builder("tower.dead.letters")
                .description("Records that could not be read and were put on tower.dead-letters")
                .tag("topic", topic)
                .register(metrics);
    }

    private static String place(String topic, String partition, String offset) {
        return topic + "-" + partition + "@" + offset;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(@Nullable Header header) {
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
