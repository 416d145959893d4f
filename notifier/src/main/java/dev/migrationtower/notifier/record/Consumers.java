package dev.migrationtower.notifier.record;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Opens the consumers that the notifier reads with. None commits anything: what was told stands on {@code tower.deliveries}. */
final class Consumers {
    private static final int PATIENCE_MILLIS = 4_000;

    private final Map<String, Object> connection;
    private final String instance;

    /** @param connection how to reach Kafka: its address and whatever signs in */
    Consumers(Map<String, Object> connection, String instance) {
        this.connection = connection;
        this.instance = instance;
    }

    /** Of the events: belongs to no group, reads what it wants. */
    Consumer<byte @Nullable [], byte @Nullable []> events() {
        Map<String, Object> settings = settings("events");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return open(settings);
    }

    /** Of the deliveries: whoever of the group owns their one partition is the instance that tells, and the others stand by. */
    Consumer<byte @Nullable [], byte @Nullable []> deliveries() {
        Map<String, Object> settings = settings("lead");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "notifier");
        // A restarted instance takes up at once; a killed one is missed after 6 s.
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        return open(settings);
    }

    private Map<String, Object> settings(String purpose) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, instance + "-" + purpose);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Topics are made by the aggregator, with their own settings.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }

    private static Consumer<byte @Nullable [], byte @Nullable []> open(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
