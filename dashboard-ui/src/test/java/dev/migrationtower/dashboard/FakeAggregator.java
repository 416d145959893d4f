package dev.migrationtower.dashboard;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.WallView;
import dev.migrationtower.test.infra.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Answers commands with events: a plan is loaded, a go is always too late, everything else is said, but for "silence". */
public final class FakeAggregator implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
            Map.of("bootstrap.servers", Broker.address()), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    private final Writer writer = new Writer();
    private final Map<String, Long> revisions = new ConcurrentHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> open = new ConcurrentHashMap<>();
    private final Map<String, CopyOnWriteArrayList<WallView>> walls = new ConcurrentHashMap<>();
    private final List<Command> seen = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run);

    public FakeAggregator() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.COMMANDS.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread.start();
    }

    /** The commands for this run, as they came. */
    public List<Command> seen(String run) {
        return seen.stream().filter(command -> command.run().equals(run)).toList();
    }

    private void run() {
        try {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> answer(read(record.value())));
            }
        } catch (WakeupException closing) {
            consumer.close();
        }
    }

    private void answer(Command command) {
        seen.add(command);
        boolean silence = command.action() instanceof Action.Comment comment
                && comment.text().equals("silence");
        if (!silence && done.add(command.id())) {
            Night night = new Night(command.run());
            writer.write(event(night, command, revisions.merge(command.run(), 1L, Long::sum)));
        }
    }

    private Event event(Night night, Command command, long revision) {
        return switch (command.action()) {
            case Action.LoadPlan load -> {
                open.put(command.run(), load.yaml().contains("public: true"));
                yield shown(night, command, revision);
            }
            case Action.OpenWall wall -> {
                walls.computeIfAbsent(command.run(), run -> new CopyOnWriteArrayList<>())
                        .add(new WallView(command.id(), wall.label(), command.author(), command.at(), wall.until()));
                yield shown(night, command, revision);
            }
            case Action.CloseWall wall -> {
                walls.getOrDefault(command.run(), new CopyOnWriteArrayList<>())
                        .removeIf(known -> known.id().equals(wall.wall()));
                yield shown(night, command, revision);
            }
            case Action.Go ignored ->
                night.refused(revision, command.id(), 409, "connections/api is no longer drained");
            default -> night.said(revision, command);
        };
    }

    private Event shown(Night night, Command command, long revision) {
        return night.shown(
                revision,
                command,
                open.getOrDefault(command.run(), false),
                walls.getOrDefault(command.run(), new CopyOnWriteArrayList<>()));
    }

    private static Command read(byte[] value) {
        try {
            return Json.read(value, Command.class);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
        writer.close();
    }
}
