package dev.migrationtower.test.infra;

import dev.migrationtower.events.Topic;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The one broker of a Quarkus test, with the tower's topics. */
public final class Broker implements QuarkusTestResourceLifecycleManager {
    private static final KafkaServer SERVER = KafkaServer.create();

    /** {@code host:port} for clients. */
    public static String address() {
        return SERVER.address();
    }

    @Override
    public Map<String, String> start() {
        SERVER.up();
        SERVER.createTopics();
        return Map.of("kafka.bootstrap.servers", address());
    }

    @Override
    public void stop() {
        SERVER.close();
    }

    /** The broker starts again. */
    public static void up() {
        SERVER.up();
    }

    /** The broker ends, in order. */
    public static void down() {
        SERVER.down();
    }

    /** Puts a record on a topic. */
    @SuppressWarnings("FutureReturnValueIgnored") // closing the producer waits for it
    public static void put(Topic topic, String key, byte @Nullable [] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address()), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), value));
        }
    }

    /**
     * Reads a topic from its beginning until there is a record like this.
     *
     * @throws AssertionError if none comes in 30 s
     */
    public static ConsumerRecord<byte[], byte[]> await(Topic topic, Predicate<ConsumerRecord<byte[], byte[]>> like) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                    .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (like.test(record)) {
                        return record;
                    }
                }
            }
        }
        throw new AssertionError("nothing like it came on " + topic.topicName());
    }
}
