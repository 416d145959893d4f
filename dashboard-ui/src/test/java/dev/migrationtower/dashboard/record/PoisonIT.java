package dev.migrationtower.dashboard.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.events.DeadLetter;
import dev.migrationtower.events.Topic;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** What nobody can read stops nothing. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class PoisonIT {
    @TestHTTPResource("/q/metrics")
    String metrics;

    @Inject
    Runs runs;

    private final Night night = new Night("night-" + UUID.randomUUID());

    @Test
    void aPoisonRecordIsPutAsideAsItWasCountedAndPassedOver() throws Exception {
        byte[] poison = {(byte) 0xff, 0, '{'};
        try (Writer writer = new Writer()) {
            writer.write(night.loaded(1, null));
            writer.write(Topic.EVENTS, night.run(), poison);
            writer.write(Topic.PROBES, night.run(), poison);
            writer.write(night.checked(2));
        }

        await().until(() ->
                runs.find(night.run()).filter(run -> run.revision() == 2).isPresent());
        await().until(() -> deadLetters().size() == 2);
        assertThat(deadLetters()).allSatisfy(letter -> {
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(header(letter, DeadLetter.SERVICE)).isEqualTo("dashboard-ui");
            assertThat(header(letter, DeadLetter.REASON)).isNotBlank();
        });
        assertThat(deadLetters())
                .extracting(letter -> header(letter, DeadLetter.TOPIC))
                .containsExactlyInAnyOrder(Topic.EVENTS.topicName(), Topic.PROBES.topicName());
        assertThat(Http.get(metrics).body())
                .containsPattern("tower_dead_letters_total\\{topic=\"tower.events\",?} 1.0")
                .containsPattern("tower_dead_letters_total\\{topic=\"tower.probes\",?} 1.0");
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Broker.address()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topic.DEAD_LETTERS.topicName(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
        }
        found.removeIf(letter -> !new String(letter.key(), StandardCharsets.UTF_8).equals(night.run()));
        return found;
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
