package dev.migrationtower.test.infra;

import dev.migrationtower.events.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A real broker that can be taken away and given back; its address and its data stay. Creates no topic by itself. */
public sealed interface KafkaServer extends AutoCloseable permits EmbeddedKafka, ContainerKafka {

    /** A broker that does not run yet. */
    static KafkaServer create() {
        int[] ports = freePorts();
        return switch (TestInfra.chosen()) {
            case EMBEDDED -> new EmbeddedKafka(ports[0], ports[1]);
            case CONTAINERS -> new ContainerKafka(ports[0]);
        };
    }

    /** {@code host:port} for clients. */
    String address();

    /** It starts, or starts again; returns when it serves clients. */
    void up();

    /** It ends, in order. */
    void down();

    /** It ends, and its data goes. */
    @Override
    void close();

    /** Makes the topics of the contract. */
    default void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(
                                            topic.topicName(), Optional.of(topic.partitions()), Optional.of((short) 1))
                                    .configs(topic.settings()))
                            .toList())
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private static int[] freePorts() {
        // both at once, so that they differ
        try (ServerSocket first = new ServerSocket(0);
                ServerSocket second = new ServerSocket(0)) {
            return new int[] {first.getLocalPort(), second.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
