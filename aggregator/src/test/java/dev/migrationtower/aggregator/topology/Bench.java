package dev.migrationtower.aggregator.topology;

import dev.migrationtower.aggregator.topology.Onlooker.Fate;
import dev.migrationtower.core.fold.Fold;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import dev.migrationtower.events.View;
import dev.migrationtower.service.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on a bench: records in, records out, time when we say so. */
final class Bench implements AutoCloseable, Onlooker {
    static final Instant EVENING = Instant.parse("2026-11-22T22:00:00Z");

    final List<String> fates = new ArrayList<>();
    final List<String> gone = new ArrayList<>();
    final List<String> failedTicks = new ArrayList<>();
    private final TopologyTestDriver driver;
    private Instant now = EVENING;

    Bench() {
        this(Fold::step);
    }

    Bench(Decider decider) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        driver = new TopologyTestDriver(AggregatorTopology.of(this, Traces.none(), decider), settings, EVENING);
    }

    Instant now() {
        return now;
    }

    void wait(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
    }

    void tell(Command command) {
        put(Topic.COMMANDS, utf8(command.run()), Json.write(command));
    }

    void see(Observation observation) {
        put(Topic.OBSERVATIONS, utf8(observation.run()), Json.write(observation));
    }

    void put(Topic topic, byte[] key, byte[] value) {
        driver.createInputTopic(topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value));
    }

    /** What came out since it was last asked. */
    List<TestRecord<byte[], byte[]>> out(Topic topic) {
        return driver.createOutputTopic(topic.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    List<Event> events() {
        return out(Topic.EVENTS).stream()
                .map(record -> read(record.value(), Event.class))
                .toList();
    }

    static <T> T read(byte[] json, Class<T> type) {
        try {
            return Json.read(json, type);
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void took(String topic, Fate fate) {
        fates.add(topic + " " + fate);
    }

    @Override
    public void tickFailed(String run) {
        failedTicks.add(run);
    }

    @Override
    public void happened(Event event) {}

    @Override
    public void stands(View.RunView view) {}

    @Override
    public void stands(View.CheckView view) {}

    @Override
    public void gone(CheckKey check) {
        gone.add(check.toString());
    }

    @Override
    public void left(String run) {}

    @Override
    public void close() {
        driver.close();
    }
}
