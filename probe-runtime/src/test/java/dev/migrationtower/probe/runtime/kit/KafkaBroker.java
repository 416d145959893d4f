package dev.migrationtower.probe.runtime.kit;

import dev.migrationtower.events.Topic;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/** A real broker with the tower's topics, which a test may take away and give back; its data and port stay the same. */
public final class KafkaBroker implements QuarkusTestResourceLifecycleManager {
    private final int port;
    private final int controllerPort;
    private final String clusterId = UUID.randomUUID().toString();
    private final Path data = temporaryFolder();
    private EmbeddedKafkaBroker broker;

    public KafkaBroker() {
        // both at once, so that they differ
        try (ServerSocket first = new ServerSocket(0);
                ServerSocket second = new ServerSocket(0)) {
            port = first.getLocalPort();
            controllerPort = second.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        comeBack();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            List<NewTopic> topics = Arrays.stream(Topic.values())
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
        return Map.of("kafka.bootstrap.servers", address());
    }

    @Override
    public void stop() {
        goAway();
        try {
            Utils.delete(data.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(KafkaBroker.class));
    }

    /** The broker ends, in order. */
    public void goAway() {
        broker.close();
    }

    /** It starts again. */
    public void comeBack() {
        broker = new EmbeddedKafkaBroker()
                .withKafkaPort(port)
                .withControllerPort(controllerPort)
                .withClusterId(clusterId)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(properties -> properties.put("log.dir", data.toString()))
                .start();
    }

    /** Puts a record on a topic. */
    public void put(Topic topic, String key, byte[] value) {
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
    public ConsumerRecord<byte[], byte[]> await(Topic topic, Predicate<ConsumerRecord<byte[], byte[]>> like) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = 0; i < topic.partitions(); i++) {
                partitions.add(new TopicPartition(topic.topicName(), i));
            }
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

    private String address() {
        return "localhost:" + port;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("kafka");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
