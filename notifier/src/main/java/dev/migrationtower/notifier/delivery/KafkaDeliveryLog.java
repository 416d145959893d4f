package dev.migrationtower.notifier.delivery;

import dev.migrationtower.events.Delivery;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to {@code tower.deliveries}. Its producer is made when it is first needed: Kafka may have no address yet. Thread-safe. */
public final class KafkaDeliveryLog implements DeliveryLog, AutoCloseable {
    private final Map<String, Object> settings;
    private @Nullable Producer<byte[], byte[]> producer;

    /** @param connection how to reach Kafka: its address and whatever signs in */
    public KafkaDeliveryLog(Map<String, Object> connection, String instance) {
        settings = new HashMap<>(connection);
        settings.putAll(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG, instance + "-deliveries",
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000));
    }

    @Override
    public void write(Delivery delivery) throws InterruptedException {
        try {
            producer()
                    .send(new ProducerRecord<>(
                            Topic.DELIVERIES.topicName(),
                            delivery.key().getBytes(StandardCharsets.UTF_8),
                            Json.write(delivery)))
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(java.time.Duration.ofSeconds(2));
        }
    }
}
