package dev.migrationtower.dashboard.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.dashboard.record.Runs;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.ProbeAlive;
import dev.migrationtower.events.Topic;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be read over HTTP, of a run that is longer than memory. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class RunsIT {
    private static final int LENGTH = 450;

    @TestHTTPResource("/")
    String base;

    @Inject
    Runs runs;

    private final Night night = new Night("night-" + UUID.randomUUID());

    @BeforeEach
    void aRunLongerThanMemory() {
        try (Writer writer = new Writer()) {
            writer.write(night.loaded(1, null));
            writer.writeAll(LongStream.rangeClosed(2, LENGTH).mapToObj(night::checked));
        }
        await().until(() ->
                runs.find(night.run()).filter(run -> run.revision() == LENGTH).isPresent());
    }

    @Test
    void theListHasTheRunWithItsRevision() throws Exception {
        JsonNode list = Http.get(base + "api/v1/runs").json();

        assertThat(StreamSupport.stream(list.spliterator(), false))
                .filteredOn(run -> run.path("run").asText().equals(night.run()))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.path("revision").asInt()).isEqualTo(LENGTH);
                    assertThat(run.path("state").asText()).isEqualTo("scheduled");
                });
    }

    @Test
    void theStateHasItsRevisionAsETag() throws Exception {
        Http.Answer state = Http.get(base + "api/v1/runs/" + night.run());

        assertThat(state.etag()).isEqualTo("\"" + LENGTH + "\"");
        assertThat(state.json().path("checks")).hasSize(1);
        assertThat(Http.get(base + "api/v1/runs/" + night.run(), "If-None-Match", state.etag())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void theRecordIsReadFromMemoryAndBeyondItFromKafka() throws Exception {
        assertThat(runs.find(night.run()).orElseThrow().covers(0)).isFalse();
        assertThat(revisions("after=440")).isEqualTo(range(441, LENGTH));
        assertThat(revisions("after=0")).isEqualTo(range(1, LENGTH));
        assertThat(revisions("after=3&limit=5")).isEqualTo(range(4, 8));
        assertThat(revisions("after=" + LENGTH)).isEmpty();
    }

    @Test
    void aMomentOfARunThatMemoryHasForgottenIsReadFromKafka() throws Exception {
        String past = base + "api/v1/runs/" + night.run() + "/past";
        JsonNode then = Http.get(past + "?at=3").json();

        assertThat(then.at("/state/revision").asInt()).isEqualTo(3);
        assertThat(then.at("/state/checks/0/revision").asInt()).isEqualTo(3);
        assertThat(then.path("at").asText()).isEqualTo("2026-11-22T22:00:03Z");
        assertThat(Http.get(past + "?at=2026-11-22T22:00:03.5Z").json()).isEqualTo(then);
        assertThat(Http.get(past + "?at=yesterday").status()).isEqualTo(400);
        assertThat(Http.get(past + "?at=1999-01-01T00:00:00Z").status()).isEqualTo(404);
        assertThat(Http.get(past + "/outline").json().at("/last/revision").asInt())
                .isEqualTo(LENGTH);
        assertThat(Http.get(past + "/outline").json().path("events")).hasSize(1);
    }

    @Test
    void linesAreEventsToo() throws Exception {
        Http.Answer answer =
                Http.get(base + "api/v1/runs/" + night.run() + "/events?after=440", "Accept", "application/x-ndjson");

        assertThat(answer.type()).startsWith("application/x-ndjson");
        for (String line : answer.body().lines().toList()) {
            assertThat(Json.read(line, Event.class).run()).isEqualTo(night.run());
        }
        assertThat(answer.body().lines()).hasSize(10);
    }

    @Test
    void whatIsOutOfRangeIsAProblem() throws Exception {
        assertThat(Http.get(base + "api/v1/runs/" + night.run() + "/events?limit=0")
                        .status())
                .isEqualTo(400);
        assertThat(Http.get(base + "api/v1/runs/nobody/events").status()).isEqualTo(404);
        Http.Answer nowhere = Http.get(base + "api/v1/nowhere");
        assertThat(nowhere.status()).isEqualTo(404);
    }

    @Test
    void theBadgeIsAPicture() throws Exception {
        Http.Answer badge = Http.get(base + "api/v1/runs/" + night.run() + "/badge.svg");

        assertThat(badge.type()).startsWith("image/svg+xml");
        assertThat(badge.body()).contains("The night: scheduled");
    }

    @Test
    void thePageStandsWhereItsRunIs() throws Exception {
        assertThat(Http.get(base + "runs/" + night.run()).body()).contains("_importmap");
        assertThat(Http.get(base).body()).contains("_importmap");
    }

    @Test
    void thePolicyOfThePageKnowsItsImportMap() throws Exception {
        String script = Http.get(base + "_importmap/generated_importmap.js").body();
        String map = script.substring(script.indexOf("stringify(") + 10, script.lastIndexOf(");\ndocument"));
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(Json.mapper().writeValueAsBytes(Json.mapper().readTree(map)));

        assertThat(ConfigProvider.getConfig().getValue("tower.page.import-map", String.class))
                .as("tower.page.import-map in application.properties")
                .isEqualTo("sha256-" + Base64.getEncoder().encodeToString(hash));
    }

    @Test
    void theProbesAreTold() throws Exception {
        String instance = "probe-http-" + UUID.randomUUID();
        try (Writer writer = new Writer()) {
            writer.write(
                    Topic.PROBES,
                    instance,
                    Json.write(
                            new ProbeAlive("http", instance, Instant.now(), Instant.now(), 3, List.of(), false, null)));
        }

        await().untilAsserted(() ->
                assertThat(Http.get(base + "api/v1/probes").body()).contains(instance));
    }

    private List<Long> revisions(String query) throws Exception {
        JsonNode events = Http.get(base + "api/v1/runs/" + night.run() + "/events?" + query)
                .json();
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.path("revision").asLong())
                .toList();
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
