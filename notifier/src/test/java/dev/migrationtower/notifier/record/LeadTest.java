package dev.migrationtower.notifier.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Delivery;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LeadTest {
    private static final TopicPartition DELIVERIES = new TopicPartition(Topic.DELIVERIES.topicName(), 0);

    private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
    private final List<String> happened = new ArrayList<>();
    private final Lead lead = new Lead(kafka);

    @Test
    void whoLosesItHasLeftOffBeforeKafkaGivesItToAnother() {
        kafka.updateBeginningOffsets(Map.of(DELIVERIES, 0L));
        kafka.updateEndOffsets(Map.of(DELIVERIES, 0L));
        assertThat(lead.take()).isFalse();
        kafka.rebalance(List.of(DELIVERIES));
        assertThat(lead.take()).isTrue();
        lead.followedBy(new Follower());
        assertThat(lead.read(delivery -> {}, () -> false)).isTrue();
        assertThat(lead.keep()).isTrue();

        kafka.schedulePollTask(() -> {
            kafka.rebalance(List.of());
            happened.add("Kafka goes on");
        });

        assertThat(lead.keep()).isFalse();
        assertThat(happened).containsExactly("left off", "Kafka goes on");
    }

    private final class Follower implements Following {
        @Override
        public void remember(Delivery delivery) {}

        @Override
        public void start() {}

        @Override
        public void take(Event event) {}

        @Override
        public void pass(Instant now) {}

        @Override
        public void stop() {
            happened.add("left off");
        }
    }
}
