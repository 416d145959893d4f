package dev.migrationtower.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.migrationtower.events.Topic;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The record as a file that outlives its Kafka: what is committed on {@link Topic#EVENTS} and {@link Topic#STATE}, one JSON object a
 * line, compressed. Keys, values and headers are bytes, in Base64, and come back as they were, on the partitions where they were.
 */
final class RecordFile {
    private static final List<Topic> TOPICS = List.of(Topic.EVENTS, Topic.STATE);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> kafka;

    /** @param kafka how to reach Kafka: its address and whatever signs in */
    RecordFile(Map<String, Object> kafka) {
        this.kafka = kafka;
    }

    /** One record of Kafka. */
    record Line(
            String topic,
            int partition,
            long timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Map<String, byte[]> headers) {}

    /**
     * Copies what is committed now. The file is there when it is whole, and not before.
     *
     * @return how many records
     */
    long save(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        long count = 0;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("isolation.level", "read_committed");
        settings.put("allow.auto.create.topics", false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(unfinished)), StandardCharsets.UTF_8))) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                    if (record.offset() < ends.getOrDefault(partition, 0L)) {
                        lines.write(JSON.writeValueAsString(line(record)));
                        lines.write('\n');
                        count++;
                    }
                }
            }
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        return count;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new Refusal("There is no " + Topic.EVENTS.topicName() + " on this Kafka: no tower has run there.");
        }
        return partitions;
    }

    private static Line line(ConsumerRecord<byte[], byte[]> record) {
        Map<String, byte[]> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), header.value()));
        return new Line(record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), headers);
    }

    /**
     * Puts back what was saved, on topics made as the contract says.
     *
     * @return how many records
     * @throws Refusal if there is a record already, which would get the same revisions twice
     */
    long restore(Path file) throws IOException, InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            createTopics(admin);
        } catch (ExecutionException e) {
            throw new IOException("The topics cannot be made: " + e.getCause(), e);
        }
        requireEmpty();
        List<Exception> failures = new ArrayList<>();
        long count = 0;
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer());
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                send(producer, record(text), failures);
                count++;
            }
        }
        if (!failures.isEmpty()) {
            throw new IOException(failures.size() + " records were not taken, the first because of "
                    + failures.getFirst() + ". Delete " + Topic.EVENTS.topicName() + " and " + Topic.STATE.topicName()
                    + ", and restore again.");
        }
        return count;
    }

    private static void createTopics(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> there = admin.listTopics().names().get();
        Stream<NewTopic> missing = TOPICS.stream()
                .filter(topic -> !there.contains(topic.topicName()))
                .map(topic -> new NewTopic(topic.topicName(), Optional.of(topic.partitions()), Optional.empty())
                        .configs(topic.settings()));
        admin.createTopics(missing.toList()).all().get();
    }

    private void requireEmpty() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            if (consumer.endOffsets(partitions(consumer)).values().stream().anyMatch(end -> end > 0)) {
                throw new Refusal(
                        "There is a record on this Kafka already, and nothing was changed. Restore on one that"
                                + " has none: revisions would be there twice.");
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(String text) throws IOException {
        try {
            Line line = JSON.readValue(text, Line.class);
            ProducerRecord<byte[], byte[]> record =
                    new ProducerRecord<>(line.topic, line.partition, line.timestamp, line.key, line.value);
            Headers headers = record.headers();
            line.headers.forEach(headers::add);
            return record;
        } catch (JsonProcessingException e) {
            throw new IOException("This is not a file of ./tower record save: " + e.getOriginalMessage(), e);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same, and closing the producer waits for it
    private static void send(
            KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record, List<Exception> failures) {
        producer.send(record, (metadata, failure) -> {
            if (failure != null) {
                synchronized (failures) {
                    failures.add(failure);
                }
            }
        });
    }
}
