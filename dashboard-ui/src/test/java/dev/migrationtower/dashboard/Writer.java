package dev.migrationtower.dashboard;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import dev.migrationtower.test.infra.Broker;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to Kafka as the aggregator would, and as nobody should. */
public final class Writer implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    public Writer() {
        this(Broker.address());
    }

    public Writer(String kafka) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "linger.ms", 0, "max.block.ms", 10_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public void write(Event event) {
        send(record(event));
    }

    /** Many at once, in order. */
    public void writeAll(Stream<Event> events) {
        events.map(Writer::record).forEach(producer::send);
        producer.flush();
    }

    private static ProducerRecord<byte[], byte[]> record(Event event) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(Topic.EVENTS.topicName(), bytes(event.run()), Json.write(event));
        record.headers()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(event.id()))
                .add("ce_source", bytes(event.source()))
                .add("ce_type", bytes(event.type().ceType()))
                .add("ce_time", bytes(event.at().toString()))
                .add("ce_subject", bytes(event.subject()))
                .add("content-type", bytes("application/json"));
        return record;
    }

    public void write(Topic topic, String key, byte[] value) {
        send(new ProducerRecord<>(topic.topicName(), bytes(key), value));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException("not written", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
