package dev.migrationtower.aggregator.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.aggregator.Night;
import dev.migrationtower.aggregator.metrics.AggregatorMetrics;
import dev.migrationtower.aggregator.topology.AggregatorTopology;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Topic;
import dev.migrationtower.service.Traces;
import dev.migrationtower.test.infra.KafkaServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamsKeeperIT {
    private KafkaServer broker;
    private StreamsKeeper keeper;

    @AfterEach
    void stop() {
        if (keeper != null) {
            keeper.close();
        }
        broker.close();
    }

    @Test
    void theTopicsAreCreatedAsTheyWereAgreed() throws Exception {
        broker(true);
        keeper = keeper("aggregator-1");
        awaitReady();

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            List<String> names =
                    Arrays.stream(Topic.values()).map(Topic::topicName).toList();
            var described = admin.describeTopics(names).allTopicNames().get();
            var configs = admin.describeConfigs(names.stream()
                            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                            .toList())
                    .all()
                    .get();
            for (Topic topic : Topic.values()) {
                assertThat(described.get(topic.topicName()).partitions()).hasSize(topic.partitions());
                var config = configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()));
                topic.settings()
                        .forEach((name, value) ->
                                assertThat(config.get(name).value()).isEqualTo(value));
            }
        }
    }

    @Test
    void aRestartInTheMiddleLosesAndDoublesNothing() throws Exception {
        broker(true);
        keeper = keeper("aggregator-1");
        awaitReady();
        try (Wire wire = new Wire(broker.address())) {
            wire.tell(Night.loadPlan("night-1", Instant.now()));
            wire.tell(Night.start("night-1", Instant.now()));
            for (int i = 0; i < 300; i++) {
                wire.see(Night.saw("night-1", i % 2 == 0 ? "orga" : "certif", i % 3 == 0 ? 503 : 200, Instant.now()));
                if (i == 100) {
                    await().until(() -> wire.events().size() > 2);
                    keeper.close();
                    keeper = keeper("aggregator-1");
                }
            }
            wire.tell(Night.comment("night-1", Instant.now(), "the last word"));

            List<Event> events = soon().until(
                            wire::events, all -> !all.isEmpty() && all.getLast().type() == EventType.COMMENT_POSTED);

            assertThat(events)
                    .extracting(Event::revision)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList());
            assertThat(events)
                    .filteredOn(event -> event.type() == EventType.PLAN_LOADED)
                    .hasSize(1);
        }
    }

    @Test
    void withoutKafkaItWaitsAndWhenKafkaWentAwayItGoesOn() throws Exception {
        broker(false);
        keeper = keeper("aggregator-1");
        soon().until(() -> keeper.standing().words().contains("does not answer"));
        assertThat(keeper.standing().words()).contains(broker.address());
        assertThat(keeper.standing().ready()).isFalse();

        broker.up();
        awaitReady();
        try (Wire wire = new Wire(broker.address())) {
            wire.tell(Night.loadPlan("night-1", Instant.now()));
            soon().until(() -> !wire.events().isEmpty());

            broker.down();
            soon().until(() -> !keeper.standing().ready());
            assertThat(keeper.alive()).isTrue();
            broker.up();
            awaitReady();

            wire.tell(Night.comment("night-1", Instant.now(), "still here"));
            List<Event> events = soon().until(wire::events, all -> all.getLast().type() == EventType.COMMENT_POSTED);
            assertThat(events)
                    .extracting(Event::revision)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList());
        }
    }

    @Test
    void poisonAsLargeAsKafkaTakesItStopsNothing() throws Exception {
        broker(true);
        keeper = keeper("aggregator-1");
        awaitReady();
        try (Wire wire = new Wire(broker.address())) {
            wire.send(Topic.COMMANDS, "night-1", new byte[1_048_400]);
            wire.send(Topic.OBSERVATIONS, "night-1", new byte[1_048_400]);
            wire.tell(Night.loadPlan("night-1", Instant.now()));

            soon().until(() -> !wire.events().isEmpty());
        }
    }

    @Test
    void inputsThatCannotMeetAreNamed() throws Exception {
        broker(true);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            admin.createTopics(List.of(new NewTopic(Topic.OBSERVATIONS.topicName(), 1, (short) 1)))
                    .all()
                    .get();

            keeper = keeper("aggregator-1");
            soon().until(() -> keeper.standing().words().contains("tower.observations has 1"));
            assertThat(keeper.standing().ready()).isFalse();

            admin.deleteTopics(List.of(Topic.OBSERVATIONS.topicName())).all().get();
            awaitReady();
        }
    }

    @Test
    void ofTwoWithTheSameNameTheOlderStopsAndSaysWhy() {
        broker(true);
        keeper = keeper("aggregator-1");
        awaitReady();

        StreamsKeeper usurper = keeper("aggregator-1");
        try {
            soon().until(() -> keeper.standing().words().contains("TOWER_INSTANCE"));
            assertThat(keeper.standing().ready()).isFalse();
            soon().until(() -> usurper.standing().ready());
        } finally {
            usurper.close();
        }
    }

    private void broker(boolean started) {
        broker = KafkaServer.create();
        if (started) {
            broker.up();
        }
    }

    private StreamsKeeper keeper(String instance) {
        StreamsKeeper fresh = new StreamsKeeper(
                Map.of("bootstrap.servers", broker.address()),
                instance,
                Optional.empty(),
                AggregatorTopology.of(new AggregatorMetrics(new SimpleMeterRegistry()), Traces.none()));
        fresh.start();
        return fresh;
    }

    private void awaitReady() {
        soon().until(() -> keeper.standing().ready());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(100));
    }
}
