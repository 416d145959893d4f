package dev.migrationtower.aggregator.streams;

import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other end: writes inputs as the dashboard and the probes do, and reads what is committed. */
final class Wire implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> events;
    private final List<Event> read = new ArrayList<>();
    private volatile Exception failure;

    /** Topics must be there. */
    Wire(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
        events = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        events.assign(events.partitionsFor(Topic.EVENTS.topicName()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    void tell(Command command) {
        send(Topic.COMMANDS, command.run(), Json.write(command));
    }

    void see(Observation observation) {
        send(Topic.OBSERVATIONS, observation.run(), Json.write(observation));
    }

    void send(Topic topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic.topicName(), key, value), (sent, e) -> {
            if (e != null) {
                failure = e;
            }
        });
    }

    /** All committed events, so far. */
    List<Event> events() throws Exception {
        if (failure != null) {
            throw failure;
        }
        for (var record : events.poll(Duration.ofMillis(50))) {
            read.add(Json.read(record.value(), Event.class));
        }
        return List.copyOf(read);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        events.close();
    }
}
