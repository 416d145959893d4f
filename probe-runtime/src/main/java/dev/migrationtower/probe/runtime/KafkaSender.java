package dev.migrationtower.probe.runtime;

import dev.migrationtower.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Puts records on topics by Kafka's own producer. Lives on a thread of its own, because a producer that does not know a topic yet
 * blocks, and is made there, because one whose bootstrap address has no DNS entry yet cannot even be made. Thread-safe.
 */
final class KafkaSender implements Sender, AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("probe-sender").daemon().factory());
    private @Nullable Producer<byte[], byte[]> producer;

    /** @param connection how to reach Kafka: its address and whatever signs in */
    KafkaSender(Map<String, Object> connection, String instance) {
        settings = new HashMap<>(connection);
        settings.putAll(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG,
                instance,
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                ByteArraySerializer.class,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                // Given up after 10 s, in favour of a newer observation; less than the 45 s after which nobody would
                // want it.
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                2_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                10_000));
    }

    @Override
    public CompletableFuture<Void> send(
            Topic topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic.topicName(), key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        thread.execute(() -> send(record, acknowledged));
        return acknowledged;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same
    private void send(ProducerRecord<byte[], byte[]> record, CompletableFuture<Void> acknowledged) {
        try {
            if (producer == null) {
                producer = new KafkaProducer<>(settings);
            }
            producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
    }

    /** Gives what is under way two seconds. */
    @Override
    public void close() {
        thread.execute(() -> {
            if (producer != null) {
                producer.close(CLOSE_PATIENCE);
            }
        });
        thread.close();
    }
}
