package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenOutlivesKillDashNineAndAnotherPort() throws Exception {
        int port = Ports.free();
        Process first = start(port);
        write(port, "kept");
        first.destroyForcibly().waitFor();

        int other = Ports.free();
        Process second = start(other);

        assertThat(read(other)).isEqualTo("kept");
        second.destroy();
        assertThat(second.waitFor(30, TimeUnit.SECONDS))
                .as("the broker stops when asked")
                .isTrue();
    }

    private Process start(int port) throws Exception {
        int health = Ports.free();
        List<String> arguments = List.of(
                Integer.toString(port),
                Integer.toString(Ports.free()),
                Integer.toString(health),
                folder.resolve("kafka").toString());
        JavaProgram program = new JavaProgram(
                Broker.class.getName(),
                256,
                List.of(Path.of("target", "local.jar").toAbsolutePath()),
                arguments);
        Path leash = Path.of("target", "local-leash.jar").toAbsolutePath();
        Process broker = new ProcessBuilder(program.command(leash, folder.resolve("kafka.jsa")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("kafka.log").toFile())
                .start();
        Readiness readiness = new Readiness();
        await("the broker is ready")
                .atMost(PATIENCE)
                .until(() -> readiness.of(URI.create("http://127.0.0.1:" + health + "/q/health/ready")));
        return broker;
    }

    private static void write(int port, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + port);
        try (Admin admin = Admin.create(settings);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic("night", 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>("night", value)).get();
        }
    }

    private static String read(int port) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", "127.0.0.1:" + port, "auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("night", 0)));
            ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(30));
            return records.iterator().next().value();
        }
    }
}
