package dev.migrationtower.local;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Has probes look at something once, over a Kafka that nobody else uses: as the aggregator asks, but taken back at once. Thread-safe. */
final class Lookout implements AutoCloseable {
    /** Whoever waits is told in words of ours. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<CheckKey, CompletableFuture<Observation>> awaited = new ConcurrentHashMap<>();
    private final Thread reader = Thread.ofVirtual().name("lookout").unstarted(this::read);

    private Lookout(Map<String, Object> kafka) {
        producer = new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, Topic.OBSERVATIONS.partitions())
                .mapToObj(number -> new TopicPartition(Topic.OBSERVATIONS.topicName(), number))
                .toList());
        reader.start();
    }

    /** Makes the topics that a probe needs, on a Kafka that has none, and begins to listen. */
    static Lookout at(String bootstrap) {
        KAFKA.setLevel(Level.OFF);
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", bootstrap, "auto.offset.reset", "earliest", "buffer.memory", 1 << 20);
        try (Admin admin = Admin.create(kafka)) {
            List<NewTopic> topics = Stream.of(Topic.CHECKS, Topic.OBSERVATIONS, Topic.PROBES, Topic.DEAD_LETTERS)
                    .map(topic -> new NewTopic(
                                    topic.topicName(), Optional.of(topic.partitions()), Optional.of((short) 1))
                            .configs(topic.settings()))
                    .toList();
            admin.createTopics(topics)
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        return new Lookout(kafka);
    }

    /** What is seen first; never, if no probe answers. */
    CompletableFuture<Observation> look(CheckSpec check) {
        CompletableFuture<Observation> seen = new CompletableFuture<>();
        awaited.put(check.key(), seen);
        put(check.key(), Json.write(check));
        return seen;
    }

    @Override
    public void close() {
        consumer.wakeup();
        producer.close(Duration.ZERO);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever waits for the look waits in vain, and says so
    private void put(CheckKey key, byte @Nullable [] value) {
        producer.send(
                new ProducerRecord<>(Topic.CHECKS.topicName(), key.toString().getBytes(StandardCharsets.UTF_8), value));
    }

    private void read() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(record -> heard(record.value()));
            }
        } catch (WakeupException e) {
            // told to stop
        }
    }

    private void heard(byte[] value) {
        try {
            Observation observation = Json.read(value, Observation.class);
            CompletableFuture<Observation> waits = awaited.remove(observation.key());
            if (waits != null) {
                put(observation.key(), null);
                waits.complete(observation);
            }
        } catch (UnreadableException e) {
            throw new IllegalStateException("a probe published something else than an observation", e);
        }
    }
}
