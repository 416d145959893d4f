package dev.migrationtower.probe.runtime;

import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Json;
import dev.migrationtower.events.ProbeAlive;
import dev.migrationtower.events.Topic;
import dev.migrationtower.events.UnreadableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SignsOfLifeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T22:41:07Z");

    private final Schedule schedule = new Schedule(1);
    private final List<ProbeAlive> given = new ArrayList<>();
    private CompletableFuture<Void> kafka = CompletableFuture.completedFuture(null);
    private long now;

    private final SignsOfLife signs =
            new SignsOfLife(new PigeonConfig(), schedule, this::send, Clock.fixed(NOW, ZoneOffset.UTC), () -> now);

    @Test
    void aSignSaysHowManyChecksThereAreAndWhichAreLate() {
        schedule.put(check("pigeon", Map.of()), 0);
        now = Duration.ofSeconds(10).toNanos();

        signs.give();

        assertThat(given)
                .containsExactly(new ProbeAlive(
                        "pigeon", "probe-pigeon-1", NOW, NOW, 1, List.of("night-1/app/orga"), false, null));
    }

    @Test
    void theLastOneSaysSo() {
        signs.giveLast();

        assertThat(given).singleElement().extracting(ProbeAlive::stopping).isEqualTo(true);
    }

    @Test
    void kafkaIsThereForAsLongAsItAcknowledges() {
        assertThat(signs.heard()).isFalse();
        signs.give();
        assertThat(signs.heard()).isTrue();

        now = Duration.ofSeconds(13).toNanos();
        assertThat(signs.heard()).isFalse();
    }

    @Test
    void whileOneIsOnItsWayThereIsNoOther() {
        kafka = new CompletableFuture<>();
        signs.give();
        signs.give();
        assertThat(given).hasSize(1);

        kafka.complete(null);
        signs.give();
        assertThat(given).hasSize(2);
    }

    private CompletableFuture<Void> send(Topic topic, byte[] key, byte[] value, Map<String, String> headers) {
        assertThat(topic).isEqualTo(Topic.PROBES);
        assertThat(key).asString().isEqualTo("probe-pigeon-1");
        try {
            given.add(Json.read(value, ProbeAlive.class));
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
        return kafka;
    }
}
