package dev.migrationtower.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.migrationtower.aggregator.Night;
import dev.migrationtower.core.fold.Fold;
import dev.migrationtower.core.fold.Input;
import dev.migrationtower.events.DeadLetter;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLettersTest {
    private static final byte[] RUN = Bench.utf8("night-1");

    static Stream<Arguments> poison() {
        byte[] seen = Json.write(Night.saw("night-1", "orga", 200, Bench.EVENING));
        byte[] told = Json.write(Night.start("night-1", Bench.EVENING));
        String notAnId = "a run!";
        return Stream.of(
                arguments(Topic.COMMANDS, RUN, Bench.utf8("\u0000\u0001 not JSON"), "not a Command"),
                arguments(Topic.OBSERVATIONS, RUN, Bench.utf8("{}"), "not a Observation"),
                arguments(Topic.OBSERVATIONS, RUN, Bench.utf8("null"), "not a Observation"),
                arguments(Topic.OBSERVATIONS, RUN, told, "not a Observation"),
                arguments(Topic.COMMANDS, RUN, null, "there is no value"),
                arguments(Topic.COMMANDS, Bench.utf8("night-2"), told, "the key is \"night-2\""),
                arguments(Topic.OBSERVATIONS, null, seen, "the key is absent"),
                arguments(
                        Topic.COMMANDS,
                        Bench.utf8(notAnId),
                        Json.write(Night.start(notAnId, Bench.EVENING)),
                        "run id \"a run!\" must be"),
                arguments(
                        Topic.OBSERVATIONS,
                        RUN,
                        Json.write(Night.saw("night-1", "../orga", 200, Bench.EVENING)),
                        "item id \"../orga\" must be"));
    }

    @ParameterizedTest
    @MethodSource("poison")
    void aRecordThatCannotBeUsedIsPutAsideAsItWas(Topic topic, byte[] key, byte[] value, String reason) {
        try (Bench bench = new Bench()) {
            bench.put(topic, key, value);

            TestRecord<byte[], byte[]> letter = only(bench.out(Topic.DEAD_LETTERS));
            assertThat(letter.key()).isEqualTo(key);
            assertThat(letter.value()).isEqualTo(value);
            assertThat(headers(letter))
                    .containsEntry(DeadLetter.TOPIC, topic.topicName())
                    .containsEntry(DeadLetter.PARTITION, "0")
                    .containsEntry(DeadLetter.OFFSET, "0")
                    .containsEntry(DeadLetter.SERVICE, "aggregator")
                    .hasEntrySatisfying(DeadLetter.REASON, it -> assertThat(it).contains(reason));
            assertThat(bench.fates).containsExactly(topic.topicName() + " DEAD_LETTERED");
            bench.tell(Night.loadPlan("night-1", bench.now()));
            assertThat(bench.events()).isNotEmpty();
        }
    }

    @Test
    void anInputThatBreaksTheFoldIsPutAsideAndTheRunStandsAsBefore() {
        Decider fragile = (before, input, now) -> {
            if (input instanceof Input.Seen(var seen) && seen.item().equals("certif")) {
                throw new IllegalStateException("certif is too much");
            }
            return Fold.step(before, input, now);
        };
        try (Bench bench = new Bench(fragile)) {
            bench.tell(Night.loadPlan("night-1", bench.now()));
            long revision = bench.events().getLast().revision();

            bench.see(Night.saw("night-1", "certif", 200, bench.now()));
            bench.see(Night.saw("night-1", "orga", 200, bench.now()));

            TestRecord<byte[], byte[]> letter = only(bench.out(Topic.DEAD_LETTERS));
            assertThat(headers(letter).get(DeadLetter.REASON)).contains("certif is too much");
            assertThat(bench.events()).first().satisfies(event -> {
                assertThat(event.revision()).isEqualTo(revision + 1);
                assertThat(event.subject()).isEqualTo("check/app/orga");
            });
        }
    }

    @Test
    void whatIsTooLargeForKafkaIsPutAsideAndHasNoEffect() {
        try (Bench bench = new Bench()) {
            bench.tell(Night.loadPlan("night-1", bench.now()));
            bench.events();

            bench.tell(Night.comment("night-1", bench.now(), "x".repeat(Effects.LARGEST_BYTES)));
            bench.tell(Night.comment("night-1", bench.now(), "short"));

            assertThat(headers(only(bench.out(Topic.DEAD_LETTERS))).get(DeadLetter.REASON))
                    .contains("too large for Kafka");
            assertThat(bench.events()).extracting(Event::type).containsExactly(EventType.COMMENT_POSTED);
        }
    }

    @Test
    void aRunThatCannotTakeInTimeDoesNotStopTheOthers() {
        Decider fragile = (before, input, now) -> {
            if (input instanceof Input.Tick && before != null && before.id().equals("night-1")) {
                throw new IllegalStateException("no time");
            }
            return Fold.step(before, input, now);
        };
        try (Bench bench = new Bench(fragile)) {
            for (String run : List.of("night-1", "night-2")) {
                bench.tell(Night.loadPlan(run, bench.now()));
                bench.see(Night.saw(run, "orga", 503, bench.now()));
            }
            bench.events();

            bench.wait(Duration.ofSeconds(31));

            assertThat(bench.failedTicks).contains("night-1").doesNotContain("night-2");
            assertThat(bench.events())
                    .extracting(Event::run)
                    .contains("night-2")
                    .doesNotContain("night-1");
        }
    }

    private static TestRecord<byte[], byte[]> only(List<TestRecord<byte[], byte[]>> records) {
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    private static Map<String, String> headers(TestRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
