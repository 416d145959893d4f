package dev.migrationtower.probe.runtime;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How the consumer of checks is set up. */
final class CheckConsumer {
    private CheckConsumer() {}

    /** @param connection how to reach Kafka: its address and whatever signs in */
    static Consumer<byte[], byte[]> of(Map<String, Object> connection, FrameConfig config) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.putAll(Map.of(
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.GROUP_ID_CONFIG,
                "probe-" + config.probe(),
                // A restarted instance takes up its own partitions, and the others notice nothing.
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                config.instance(),
                // A killed one is missed after 6 s: its checks are stale for a moment, not for a minute.
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                6_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                2_000,
                // Who keeps a partition through a rebalance keeps looking at its checks meanwhile.
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"));
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, config.instance());
        // A topic that the aggregator creates after we have started is found soon.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings);
    }
}
