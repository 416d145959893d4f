package dev.migrationtower.dashboard.ping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Signal;
import dev.migrationtower.events.Topic;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pings over real HTTP, by a real script, into a real broker. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class PingIT {
    @TestHTTPResource("/api/v1/runs/")
    String base;

    @Inject
    RecordStatus status;

    private final String run = "night-" + UUID.randomUUID();
    private final Writer writer = new Writer();

    @BeforeEach
    void open() throws Exception {
        Awaitility.await().until(status::live);
        writer.write(new Night(run).began(1));
        Awaitility.await().until(() -> Http.get(base + run).status() == 200);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void aPingIsPutAmongTheObservationsOfItsRun() throws Exception {
        Http.Answer answer =
                Http.post(base + run + "/steps/api/alter-ke/alive?percent=40.5", "40 %", "Idempotency-Key", "p-" + run);

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        Observation seen = observed().getFirst();
        assertThat(seen.id()).isEqualTo("p-" + run);
        assertThat(seen.key().toString()).isEqualTo(run + "/pings/api");
        assertThat(seen.outcome()).isEqualTo(new Outcome.Ping("api", "alter-ke", Signal.ALIVE, 40.5, "40 %"));
    }

    @Test
    void aBareCurlWithABodyIsUnderstood() throws Exception {
        Http.Answer answer = Http.post(
                base + run + "/steps/api/alter-ke/fail",
                "deadlock & 2 = 3",
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(((Outcome.Ping) observed().getFirst().outcome()).text()).isEqualTo("deadlock & 2 = 3");
    }

    @Test
    void whatIsNotThereIsAProblemAndReachesNobody() throws Exception {
        Http.Answer noRun = Http.post(base + "night-0/steps/api/alter-ke/start", "");
        Http.Answer noStep = Http.post(base + run + "/steps/api/alter/start", "");

        assertThat(noRun.status()).isEqualTo(404);
        assertThat(noStep.status()).isEqualTo(404);
        assertThat(noStep.type()).isEqualTo("application/problem+json");
        assertThat(noStep.json().path("detail").asText()).contains("only alter-ke, alter-answers");
        Http.post(base + run + "/steps/api/alter-ke/start", "");
        assertThat(observed()).hasSize(1);
    }

    @Test
    void aPageOfAnotherSiteCannotPing() throws Exception {
        Http.Answer answer = Http.post(base + run + "/steps/api/alter-ke/start", "", "Origin", "http://evil.example");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).isEqualTo("application/problem+json");
    }

    @Test
    void theScriptTellsAndNeverFailsItsCaller() throws Exception {
        String well = script("api", "alter-answers", "alive", "@home & more", "12");
        String wrong = script("api", "alter", "start");

        assertThat(well).isEmpty();
        assertThat(observed().getFirst().outcome())
                .isEqualTo(new Outcome.Ping("api", "alter-answers", Signal.ALIVE, 12.0, "@home & more"));
        assertThat(wrong)
                .contains("only alter-ke, alter-answers", "the tower was not told that alter in lane api: start");
    }

    @Test
    void pingsAreInTheOpenApiDocument() throws Exception {
        String openApi = Http.get(base.replace("/api/v1/runs/", "/q/openapi")).body();

        assertThat(openApi).contains("/api/v1/runs/{run}/steps/{lane}/{step}/{signal}");
    }

    /** What it says; it must end well. */
    private String script(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of("../deploy/ping.sh").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TOWER_RUN", base + run);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    /** The observations of this run, once there are any. */
    private List<Observation> observed() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Broker.address()), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.OBSERVATIONS.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<Observation> found = new ArrayList<>();
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> add(record, found));
                return !found.isEmpty();
            });
            return found;
        }
    }

    private void add(ConsumerRecord<String, byte[]> record, List<Observation> found) {
        if (run.equals(record.key())) {
            try {
                found.add(Json.read(record.value(), Observation.class));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
