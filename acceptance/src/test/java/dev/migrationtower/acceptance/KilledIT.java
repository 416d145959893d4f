package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** kill -9, one service after the other, in the middle of the night. */
class KilledIT {

    @Test
    void whateverIsKilledDuringTheNightTheRunCompletesAndTheRecordIsWhole() throws Exception {
        try (LiveTower tower = LiveTower.start("killed", Map.of(), "demo", "--speed", "5")) {
            String run = tower.awaitRun();

            awaitPhase(tower, run, "close");
            tower.kill("probe-http");
            awaitPhase(tower, run, "drain");
            tower.kill("aggregator");
            awaitPhase(tower, run, "migrate");
            tower.kill("kafka");
            tower.kill("probe-postgres");
            awaitPhase(tower, run, "reopen");
            tower.kill("dashboard-ui");
            tower.kill("aggregator");

            awaitUntil(
                    tower,
                    "the run is completed",
                    () -> tower.get("/api/v1/runs/" + run)
                            .path("run")
                            .path("state")
                            .asText()
                            .equals("completed"));
            assertTheRecordIsWhole(tower, run);
        }
    }

    private static void assertTheRecordIsWhole(LiveTower tower, String run) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> record = Record.read(tower.bootstrap(), "tower.events").stream()
                .filter(event -> run.equals(new String(event.key(), StandardCharsets.UTF_8)))
                .toList();
        assertThat(record)
                .extracting(event -> Json.read(event.value(), Event.class).revision())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, record.size()).boxed().toList());
        assertThat(tower.record(run)).hasSameSizeAs(record);

        for (ConsumerRecord<byte[], byte[]> event : record) {
            JsonNode data = Json.mapper().readTree(event.value());
            assertThat(Record.headers(event))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            run + "/" + data.path("revision").asLong(),
                            "ce_source",
                            "/api/v1/runs/" + run,
                            "ce_type",
                            data.path("type").asText(),
                            "ce_time",
                            data.path("at").asText(),
                            "ce_subject",
                            data.path("subject").asText(),
                            "content-type",
                            "application/json"));
        }
        Set<String> types = new TreeSet<>();
        record.forEach(event -> types.add(Record.headers(event).get("ce_type")));
        assertThat(types).contains("dev.migrationtower.run.completed.v1", "dev.migrationtower.breach.detected.v1");
    }

    private static void awaitPhase(LiveTower tower, String run, String phase) {
        awaitUntil(tower, "phase " + phase + " is under way", () -> {
            for (JsonNode view : tower.get("/api/v1/runs/" + run).path("run").path("phases")) {
                if (view.path("id").asText().equals(phase)) {
                    return !view.path("state").asText().equals("pending");
                }
            }
            return false;
        });
    }

    private static void awaitUntil(LiveTower tower, String what, java.util.concurrent.Callable<Boolean> condition) {
        await(what + "; see " + tower)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(condition);
    }
}
