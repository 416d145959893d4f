package dev.migrationtower.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.aggregator.Night;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.View;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AggregatorTopologyTest {
    private final Bench bench = new Bench();
    private final Map<Topic, Map<String, byte[]>> newest = new EnumMap<>(Topic.class);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aLoadedPlanAsksTheProbesToLook() {
        bench.tell(Night.loadPlan("night-1", bench.now()));

        assertThat(bench.events()).extracting(Event::type).first().isEqualTo(EventType.PLAN_LOADED);
        assertThat(bench.out(Topic.CHECKS))
                .allSatisfy(record -> assertThat(
                                Bench.read(record.value(), CheckSpec.class).key())
                        .hasToString(text(record.key())))
                .extracting(record -> text(record.key()))
                .containsExactlyInAnyOrder("night-1/app/certif", "night-1/app/orga");
        assertThat(bench.out(Topic.STATE))
                .allSatisfy(record ->
                        assertThat(Bench.read(record.value(), View.class)).isNotNull())
                .extracting(record -> text(record.key()))
                .contains("night-1", "night-1/app/certif", "night-1/app/orga");
    }

    @Test
    void anEventIsACloudEventInBinaryMode() {
        bench.tell(Night.loadPlan("night-1", bench.now()));

        TestRecord<byte[], byte[]> first = bench.out(Topic.EVENTS).getFirst();

        Map<String, String> headers = new LinkedHashMap<>();
        first.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        assertThat(headers)
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "night-1/1"),
                        Map.entry("ce_source", "/api/v1/runs/night-1"),
                        Map.entry("ce_type", "dev.migrationtower.plan.loaded.v1"),
                        Map.entry("ce_time", "2026-11-22T22:00:00Z"),
                        Map.entry("ce_subject", "run"),
                        Map.entry("content-type", "application/json"));
        assertThat(text(first.key())).isEqualTo("night-1");
        assertThat(first.timestamp()).isEqualTo(Bench.EVENING.toEpochMilli());
    }

    @Test
    void aRunGoesToItsEndAndItsRevisionsHaveNoGap() {
        List<Event> events = playToTheEnd("night-1");

        assertThat(events).extracting(Event::type).contains(EventType.PHASE_PASSED, EventType.RUN_COMPLETED);
        assertThat(events)
                .extracting(Event::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
    }

    @Test
    void atItsEndTheProbesNeedNotLookAnyMore() {
        playToTheEnd("night-1");

        Map<String, byte[]> newest = newest(Topic.CHECKS);
        assertThat(newest).containsOnlyKeys("night-1/app/certif", "night-1/app/orga");
        assertThat(newest.values()).containsOnlyNulls();
    }

    @Test
    void aCheckThatAChangedPlanDropsIsTakenAwayEverywhere() {
        bench.tell(Night.loadPlan("night-1", bench.now()));
        bench.tell(Night.start("night-1", bench.now()));
        bench.see(Night.saw("night-1", "certif", 503, bench.now()));
        bench.out(Topic.STATE);
        bench.out(Topic.CHECKS);

        bench.tell(Night.loadPlanWithoutCertif("night-1", bench.now()));

        assertThat(bench.events()).extracting(Event::type).contains(EventType.PLAN_CHANGED);
        assertThat(bench.gone).containsExactly("night-1/app/certif");
        assertThat(newest(Topic.STATE)).containsEntry("night-1/app/certif", null);
        assertThat(newest(Topic.CHECKS)).containsEntry("night-1/app/certif", null);
        assertThat(newest(Topic.STATE).get("night-1")).isNotNull();
    }

    @Test
    void twoRunsDoNotTouchEachOther() {
        bench.tell(Night.loadPlan("night-1", bench.now()));
        bench.tell(Night.loadPlan("night-2", bench.now()));

        assertThat(bench.events())
                .filteredOn(event -> event.type() == EventType.PLAN_LOADED)
                .extracting(Event::id)
                .containsExactly("night-1/1", "night-2/1");
    }

    @Test
    void anInputWithoutEffectIsCountedAndNothingElse() {
        bench.see(Night.saw("never-loaded", "orga", 200, bench.now()));

        assertThat(bench.fates).containsExactly("tower.observations IGNORED");
        assertThat(Arrays.stream(Topic.values())
                        .filter(topic ->
                                topic != Topic.COMMANDS && topic != Topic.OBSERVATIONS && topic != Topic.PROBES)
                        .map(bench::out))
                .allSatisfy(records -> assertThat(records).isEmpty());
    }

    private Map<String, byte[]> newest(Topic topic) {
        for (TestRecord<byte[], byte[]> record : bench.out(topic)) {
            newest.computeIfAbsent(topic, it -> new LinkedHashMap<>()).put(text(record.key()), record.value());
        }
        return newest.getOrDefault(topic, Map.of());
    }

    private List<Event> playToTheEnd(String run) {
        bench.tell(Night.loadPlan(run, bench.now()));
        bench.tell(Night.start(run, bench.now()));
        for (int status : new int[] {503, 200}) {
            bench.wait(Duration.ofMillis(100));
            bench.see(Night.saw(run, "orga", status, bench.now()));
            bench.see(Night.saw(run, "certif", status, bench.now()));
            // Nothing more is seen: that the criteria held for long enough is for the clock to say.
            bench.wait(Duration.ofSeconds(2));
        }
        return new ArrayList<>(bench.events());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
