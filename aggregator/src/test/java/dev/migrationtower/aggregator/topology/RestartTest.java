package dev.migrationtower.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.aggregator.Night;
import dev.migrationtower.aggregator.metrics.AggregatorMetrics;
import dev.migrationtower.core.fold.Fold;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Topic;
import dev.migrationtower.service.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

/** A restart is a new processor over the stores of the old one. */
class RestartTest {
    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final AggregatorMetrics metrics = new AggregatorMetrics(new SimpleMeterRegistry());
    private FoldProcessor processor;

    RestartTest() {
        context.setCurrentSystemTimeMs(Bench.EVENING.toEpochMilli());
        for (Memory memory : Memory.values()) {
            KeyValueStore<String, byte[]> store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(memory.storeName()), Serdes.String(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        }
        restart();
    }

    @Test
    void aRunGoesOnWhereItStood() {
        tell(Night.loadPlan("night-1", Bench.EVENING));
        tell(Night.start("night-1", Bench.EVENING));
        see(Night.saw("night-1", "orga", 503, Bench.EVENING));
        restart();
        see(Night.saw("night-1", "certif", 503, Bench.EVENING));
        restart();
        context.setCurrentSystemTimeMs(Bench.EVENING.plusSeconds(2).toEpochMilli());
        tick();

        assertThat(events()).extracting(Event::type).contains(EventType.PHASE_PASSED);
        assertThat(events())
                .extracting(Event::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events().size()).boxed().toList());
    }

    @Test
    void aCommandIsNotCarriedOutAgain() {
        Command load = Night.loadPlan("night-1", Bench.EVENING);
        tell(load);
        int before = events().size();
        restart();

        tell(load);

        assertThat(events()).hasSize(before);
    }

    @Test
    void aCheckThatThePlanDroppedIsForgotten() {
        KeyValueStore<String, byte[]> checks = context.getStateStore(Memory.CHECKS.storeName());
        tell(Night.loadPlan("night-1", Bench.EVENING));
        assertThat(checks.get("night-1/app/certif")).isNotNull();

        tell(Night.loadPlanWithoutCertif("night-1", Bench.EVENING));

        assertThat(checks.get("night-1/app/certif")).isNull();
        assertThat(checks.get("night-1/app/orga")).isNotNull();
    }

    @Test
    void aMemoryThatCannotBeReadStopsTheStartAndSaysWhich() {
        KeyValueStore<String, byte[]> runs = context.getStateStore(Memory.RUNS.storeName());
        runs.put("night-1", Bench.utf8("{}"));

        assertThatThrownBy(this::restart)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("store runs")
                .hasMessageContaining("not a RunMemory");
    }

    private void restart() {
        processor = new FoldProcessor(Fold::step, metrics, Traces.none());
        processor.init(context);
    }

    private void tick() {
        context.scheduledPunctuators().getLast().getPunctuator().punctuate(context.currentSystemTimeMs());
    }

    private void tell(Command command) {
        put(Topic.COMMANDS, command.run(), command);
    }

    private void see(Observation observation) {
        put(Topic.OBSERVATIONS, observation.run(), observation);
    }

    private void put(Topic topic, String run, Object value) {
        context.setRecordMetadata(topic.topicName(), 0, 0);
        processor.process(new Record<>(Bench.utf8(run), Json.write(value), 0));
    }

    private List<Event> events() {
        return context.forwarded(Topic.EVENTS.topicName()).stream()
                .map(sent -> Bench.read(sent.record().value(), Event.class))
                .toList();
    }
}
