package dev.migrationtower.dashboard.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.dashboard.Browser;
import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The broker goes away under open pages, and comes back. */
@QuarkusTest
@QuarkusTestResource(Broker.class)
class KafkaAwayIT {
    @TestHTTPResource("/")
    String base;

    @Inject
    Runs runs;

    private final Night night = new Night("night-" + UUID.randomUUID());

    @Test
    void thePageStaysSaysSoAndGoesOnWhereItWas() throws Exception {
        write(1);
        await().until(() -> runs.find(night.run()).isPresent());
        try (Browser browser = Browser.open(base + "api/v1/runs/" + night.run() + "/stream", "")) {
            await().until(() -> !browser.named("snapshot").isEmpty());

            Broker.down();
            try {
                whileItIsAway(browser);
            } finally {
                Broker.up();
            }

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(ready().status()).isEqualTo(200));
            write(2);
            write(3);
            await().until(() -> browser.revisions().equals(List.of(2L, 3L)));
            assertThat(browser.named("snapshot")).hasSize(1);
        }
    }

    private void whileItIsAway(Browser browser) throws Exception {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ready().body()).contains("Kafka is away since"));
        assertThat(ready().status()).isEqualTo(503);
        assertThat(Http.get(base + "api/v1/runs/" + night.run()).status()).isEqualTo(200);
        assertThat(Http.get(base + "q/health/live").status()).isEqualTo(200);
        Http.Answer refused = Http.post(
                base + "api/v1/runs/" + night.run() + "/commands",
                "{\"type\":\"start\"}",
                "Content-Type",
                "application/json");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("not carried out");
        await().until(() -> browser.named("heartbeat").getLast().data().contains("recordLostSince"));
    }

    private Http.Answer ready() throws Exception {
        return Http.get(base + "q/health/ready");
    }

    private void write(long revision) {
        try (Writer writer = new Writer()) {
            writer.write(revision == 1 ? night.loaded(1, null) : night.checked(revision));
        }
    }
}
