package dev.migrationtower.test.infra;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** A broker in this JVM. */
final class EmbeddedKafka implements KafkaServer {
    private final int port;
    private final int controllerPort;
    private final String cluster = Uuid.randomUuid().toString();
    private @Nullable Path data;
    private @Nullable EmbeddedKafkaBroker broker;

    EmbeddedKafka(int port, int controllerPort) {
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void up() {
        String folder = data().toString();
        EmbeddedKafkaBroker fresh = new EmbeddedKafkaBroker()
                .withNodeId(1)
                .withKafkaPort(port)
                .withControllerPort(controllerPort)
                .withClusterId(cluster)
                .withDeleteLogDirsOnClose(false)
                .withAdditionalProperties(settings -> {
                    settings.put("log.dirs", folder);
                    settings.put("auto.create.topics.enable", "false");
                    // the default of 128 MiB is a large part of a test's heap
                    settings.put("log.cleaner.dedupe.buffer.size", "4194304");
                    settings.put("log.cleaner.threads", "1");
                    settings.put("transaction.state.log.num.partitions", "4");
                });
        // Kafka says there that it formats its folder, and a green build is quiet
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            broker = fresh.start();
        } finally {
            System.setOut(out);
        }
    }

    private Path data() {
        Path known = data;
        if (known == null) {
            try {
                known = Files.createTempDirectory("kafka");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            data = known;
        }
        return known;
    }

    @Override
    public void down() {
        EmbeddedKafkaBroker running = broker;
        if (running != null) {
            running.close();
            broker = null;
        }
    }

    @Override
    public void close() {
        down();
        Path known = data;
        if (known != null) {
            try {
                Utils.delete(known.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            data = null;
        }
    }
}
