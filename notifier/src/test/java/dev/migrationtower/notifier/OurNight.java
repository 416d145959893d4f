package dev.migrationtower.notifier;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.migrationtower.core.night.PixNight;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The night of 23 July 2022 in our time, under a plan that is public, without what was looked at and had not changed. */
final class OurNight {
    private static final Pattern INSTANT = Pattern.compile("\"(20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z)\"");
    private static final List<Event> NIGHT = PixNight.events(PixNight.plan() + "\npublic: true\n").stream()
            .filter(event -> event.type() != EventType.CHECK_OBSERVED)
            .toList();

    private OurNight() {}

    /** As if it had begun so long from now. It is told by its own clock, and no reminder waits for ours. */
    static List<Event> of(String run, Duration from) {
        Duration shift = Duration.between(NIGHT.getFirst().at(), Instant.now().plus(from));
        String text = INSTANT.matcher(new String(Json.write(NIGHT), StandardCharsets.UTF_8))
                .replaceAll(match -> "\"" + Instant.parse(match.group(1)).plus(shift) + "\"")
                .replace("bigint-answers-2022", run);
        try {
            return List.of(Json.mapper().readValue(text, Event[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if it began in a moment: a channel is told what happens from its own beginning on. */
    static List<Event> of(String run) {
        return of(run, Duration.ofSeconds(2));
    }

    /** Puts them on {@code tower.events} of this Kafka. */
    static void write(List<Event> events, String bootstrap) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 5),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (Event event : events) {
                producer.send(new ProducerRecord<>(
                        Topic.EVENTS.topicName(), event.run().getBytes(StandardCharsets.UTF_8), Json.write(event)));
            }
            producer.flush();
        }
    }
}
