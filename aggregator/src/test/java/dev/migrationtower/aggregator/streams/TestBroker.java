package dev.migrationtower.aggregator.streams;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/** A real broker that can be taken away and given back; its address and its data stay. */
final class TestBroker implements AutoCloseable {
    private final Path data;
    private final int port;
    private final int controllerPort;
    private final String cluster = Uuid.randomUuid().toString();
    private EmbeddedKafkaBroker broker;

    TestBroker(Path data) {
        this.data = data;
        // both at once, so that they differ
        try (ServerSocket first = new ServerSocket(0);
                ServerSocket second = new ServerSocket(0)) {
            port = first.getLocalPort();
            controllerPort = second.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    void start() {
        broker = new EmbeddedKafkaBroker()
                .withKafkaHost("127.0.0.1")
                .withKafkaPort(port)
                .withControllerPort(controllerPort)
                .withClusterId(cluster)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(settings -> {
                    settings.put("log.dir", data.toString());
                    settings.put("auto.create.topics.enable", "false");
                    settings.put("transaction.state.log.num.partitions", "4");
                })
                .start();
    }

    void stop() {
        broker.close();
    }

    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
    }
}
