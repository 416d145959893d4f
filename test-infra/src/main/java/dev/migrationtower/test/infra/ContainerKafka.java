package dev.migrationtower.test.infra;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** A broker in a container of Kafka's own image. Stopped and started, it is the same container, with the same port and data. */
final class ContainerKafka implements KafkaServer {
    private static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.1.1");
    private static final int KAFKA = 9092;

    private final int port;
    private @Nullable KafkaContainer container;

    ContainerKafka(int port) {
        this.port = port;
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void up() {
        KafkaContainer known = container;
        if (known == null) {
            container = new OnFixedPort(port);
            container.start();
        } else {
            DockerClientFactory.instance()
                    .client()
                    .startContainerCmd(known.getContainerId())
                    .exec();
            awaitService();
        }
    }

    /** Testcontainers waits for the first start only. */
    private void awaitService() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address(), "default.api.timeout.ms", 60_000))) {
            admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka's container does not serve " + address() + " after its restart", e);
        }
    }

    @Override
    public void down() {
        KafkaContainer known = container;
        if (known != null) {
            DockerClientFactory.instance()
                    .client()
                    .stopContainerCmd(known.getContainerId())
                    .exec();
        }
    }

    @Override
    public void close() {
        KafkaContainer known = container;
        if (known != null) {
            known.stop();
            container = null;
        }
    }

    /** A port chosen beforehand, as one that is mapped at random would be another after a restart. */
    private static final class OnFixedPort extends KafkaContainer {
        OnFixedPort(int port) {
            super(IMAGE);
            addFixedExposedPort(port, KAFKA);
            // on a busy machine more than the minute that Testcontainers gives it
            withStartupTimeout(Duration.ofMinutes(3));
            withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4");
            withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        }
    }
}
