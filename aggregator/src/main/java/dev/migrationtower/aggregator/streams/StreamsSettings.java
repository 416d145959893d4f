package dev.migrationtower.aggregator.streams;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How Kafka Streams is set up. Every number here was measured; where it differs from Kafka's default, the comment says what for.
 */
final class StreamsSettings {
    /** Names the consumer group and the changelog topics: another name is another aggregator, which begins at the beginning. */
    static final String APPLICATION = "tower-aggregator";

    private StreamsSettings() {}

    /**
     * The settings.
     *
     * @param kafka how to reach Kafka: its address and whatever signs in
     * @param instance unique among the aggregators that share the work, and the same after a restart
     */
    static Properties of(Map<String, Object> kafka, String instance) {
        Properties settings = new Properties();
        settings.putAll(kafka);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, instance);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);

        // An input, what it changed and what it brought about are one transaction: nothing is lost or doubled by a
        // kill.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Readers see what is committed, so half of this is added to every event; the default of 100 ms trebles the
        // way.
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 20);
        // While it waits for records it does not commit: the default of 100 ms would undo the line above.
        settings.put(StreamsConfig.POLL_MS_CONFIG, 20);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);

        producer(settings, ProducerConfig.LINGER_MS_CONFIG, 0);
        // Back to back, a transaction often finds the one before not quite ended; the default makes it wait 100 ms to
        // ask again.
        producer(settings, ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
        // A dead letter is as large as whatever somebody put on an input, and its headers come on top.
        producer(settings, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);

        // The member that a kill left behind is taken over at once by the one of the same name; the default waits 45 s
        // for it.
        consumer(settings, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
        consumer(settings, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        consumer(settings, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        return settings;
    }

    /** The settings of the client that looks whether Kafka is there, so that it says so soon. */
    static Properties admin(Map<String, Object> kafka, String instance) {
        Properties settings = new Properties();
        settings.putAll(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, instance + "-keeper");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return settings;
    }

    private static void producer(Properties settings, String name, Object value) {
        settings.put(StreamsConfig.producerPrefix(name), value);
    }

    private static void consumer(Properties settings, String name, Object value) {
        settings.put(StreamsConfig.mainConsumerPrefix(name), value);
    }
}
