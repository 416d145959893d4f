package dev.migrationtower.dashboard;

import dev.migrationtower.events.Topic;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker in this JVM, which can go away and come back with its data. */
public final class Broker implements QuarkusTestResourceLifecycleManager {
    private static final int KAFKA_PORT;
    private static final int CONTROLLER_PORT;
    private static final Path DATA = dataFolder();
    private static EmbeddedKafkaBroker broker;

    static {
        // both at once, so that they differ
        try (ServerSocket first = new ServerSocket(0);
                ServerSocket second = new ServerSocket(0)) {
            KAFKA_PORT = first.getLocalPort();
            CONTROLLER_PORT = second.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String address() {
        return "localhost:" + KAFKA_PORT;
    }

    @Override
    public Map<String, String> start() {
        up();
        createTopics();
        return Map.of("kafka.bootstrap.servers", address());
    }

    @Override
    public void stop() {
        down();
        try (Stream<Path> files = Files.walk(DATA)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void up() {
        broker = new EmbeddedKafkaBroker()
                .withNodeId(1)
                .withKafkaPort(KAFKA_PORT)
                .withControllerPort(CONTROLLER_PORT)
                .withClusterId("L8mFJ0kJS4ScWrAuDkbCSw")
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(properties -> {
                    properties.put("log.dirs", DATA.toString());
                    properties.put("auto.create.topics.enable", "false");
                    properties.put("log.cleaner.dedupe.buffer.size", "4194304");
                    properties.put("log.cleaner.threads", "1");
                })
                .start();
    }

    public static void down() {
        broker.close();
    }

    private static void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
                                    .configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException("the topics cannot be created", e);
        }
    }

    private static Path dataFolder() {
        try {
            return Files.createTempDirectory("dashboard-it-kafka");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
