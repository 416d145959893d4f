package dev.migrationtower.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.dashboard.Browser;
import dev.migrationtower.dashboard.FakeAggregator;
import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Screens and the public, who sign in nowhere. */
@QuarkusTest
@TestProfile(WithDoors.class)
@QuarkusTestResource(Broker.class)
class WallIT {
    @TestHTTPResource("/")
    URI base;

    @Inject
    RecordStatus status;

    private final String run = "night-" + UUID.randomUUID();
    private FakeAggregator aggregator;
    private Someone admin;

    @BeforeEach
    void open() throws Exception {
        await().until(status::live);
        aggregator = new FakeAggregator();
        admin = Someone.signedIn(base, Role.ADMIN);
        assertThat(admin.load(run, AuthorisationIT.PLAN).status()).isEqualTo(201);
    }

    @AfterEach
    void close() throws Exception {
        aggregator.close();
    }

    @Test
    void aScreenShowsTheRunUntilItsLinkIsClosed() throws Exception {
        Http.Answer opened = admin.post(links(), "{\"label\":\"hall\"}");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String query = query(opened.json());
        Someone screen = Someone.nobody(base);

        try (Browser browser = Browser.open(base.resolve(stream() + query).toString(), "")) {
            await().until(() -> !browser.named("snapshot").isEmpty());
            assertThat(screen.me(query).json().path("view").asText()).isEqualTo("wall");
            assertThat(browser.named("snapshot").getFirst().data()).doesNotContain("admin");
            assertThat(browser.named("probes")).isEmpty();
            assertThat(admin.get(links()).json()).hasSize(1);

            assertThat(admin.delete(links() + "/" + opened.json().path("id").asText())
                            .status())
                    .isEqualTo(200);

            await().until(() -> !browser.named("closed").isEmpty());
        }
        assertThat(screen.get(stream() + query).status()).isEqualTo(401);
        assertThat(admin.get(links()).json()).isEmpty();
    }

    @Test
    void aStolenLinkShowsNothingElseAndNothingWhenItIsOver() throws Exception {
        String query = query(admin.post(links(), "{}").json());
        String other = "night-" + UUID.randomUUID();
        admin.load(other, AuthorisationIT.PLAN);
        Tokens ours = new Tokens(Optional.of(Company.KEY), Clock.systemUTC());
        String over = ours.wall(run, "w", Instant.now().minusSeconds(60));
        String neverOpened = ours.wall(run, "w", Instant.now().plusSeconds(60));
        Someone thief = Someone.nobody(base);

        assertThat(thief.get("/api/v1/runs/" + run + query).status()).isEqualTo(200);
        assertThat(thief.get("/api/v1/runs/" + other + query).status()).isEqualTo(401);
        assertThat(thief.get("/api/v1/runs/" + run + "?wall=" + over).status()).isEqualTo(401);
        assertThat(thief.get("/api/v1/runs/" + run + "?wall=" + neverOpened).status())
                .isEqualTo(401);
        assertThat(thief.get("/api/v1/runs/" + run + query.substring(0, query.length() - 3))
                        .status())
                .isEqualTo(401);
        assertThat(thief.post("/api/v1/runs/" + run + "/commands" + query, "{\"type\":\"start\"}")
                        .status())
                .isEqualTo(401);
        assertThat(thief.get(links() + query).status()).isEqualTo(401);
        assertThat(thief.get("/api/v1/probes" + query).status()).isEqualTo(401);
        for (String what : List.of("audit", "evidence.zip", "comparison")) {
            assertThat(thief.get("/api/v1/runs/" + run + "/" + what + query).status())
                    .as(what)
                    .isEqualTo(401);
        }
        assertThat(thief.get("/api/v1/runs/" + run + "/past" + query + "&at=1").body())
                .contains("\"at\"")
                .doesNotContain("admin", "because");
    }

    @Test
    void onlyAdminsOpenLinksAndNotForYears() throws Exception {
        assertThat(Someone.signedIn(base, Role.OPERATOR).post(links(), "{}").status())
                .isEqualTo(403);
        assertThat(Someone.signedIn(base, Role.OPERATOR).get(links()).status()).isEqualTo(403);
        assertThat(admin.post(links(), "{\"until\":\"2999-01-01T00:00:00Z\"}").status())
                .isEqualTo(422);
    }

    @Test
    void thePublicSeesWhatThePlanOpensAndNothingOfPeople() throws Exception {
        Someone anybody = Someone.nobody(base);
        for (String what : List.of(
                "",
                "/stream",
                "/events",
                "/badge.svg",
                "/past?at=1",
                "/past/outline",
                "/evidence.zip",
                "/comparison")) {
            assertThat(anybody.get("/api/v1/runs/" + run + what).status())
                    .as(what)
                    .isEqualTo(401);
        }
        assertThat(anybody.get("/api/v1/runs/nobody").status())
                .as("tells nothing")
                .isEqualTo(401);

        admin.load(run, "public: true\n" + AuthorisationIT.PLAN);
        try (Browser browser = Browser.open(base.resolve(stream()).toString(), "")) {
            await().until(() -> !browser.named("snapshot").isEmpty());
            admin.command(run, "{\"type\":\"comment\",\"text\":\"planted-secret\"}");
            admin.command(run, "{\"type\":\"announce\",\"text\":{\"en\":\"Soon\"}}");
            await().until(() -> browser.numbered().size() == 2);

            assertThat(browser.revisions()).isEqualTo(List.of(3L, 4L));
            assertThat(browser.got())
                    .allSatisfy(frame -> assertThat(frame.data())
                            .doesNotContain("planted", "admin", "127.0.0.1", "a word", "because"));
        }
        assertThat(anybody.get("/api/v1/runs/" + run + "/events").body())
                .contains("\"revision\":3")
                .doesNotContain("admin", "a word", "because");
        assertThat(anybody.get("/api/v1/runs/" + run + "/past?at=4").body())
                .contains("\"revision\":4")
                .doesNotContain("admin", "a word", "because", "planted");
        assertThat(anybody.get("/api/v1/runs/" + run + "/past/outline").body())
                .contains("\"revision\":4")
                .doesNotContain("comment");
        for (String what : List.of("evidence.zip", "comparison?with=" + run)) {
            assertThat(anybody.get("/api/v1/runs/" + run + "/" + what).status())
                    .as(what)
                    .isEqualTo(401);
        }
        assertThat(anybody.get("/api/v1/runs/" + run).etag()).isEqualTo("\"4-public\"");
        assertThat(anybody.get("/api/v1/runs").body()).contains(run);
        assertThat(anybody.get("/api/v1/runs/" + run + "/badge.svg").status()).isEqualTo(200);
        assertThat(anybody.get("/runs/" + run + "/card?lang=fr").body()).contains("The night", "prévue");

        admin.load(run, AuthorisationIT.PLAN);
        await().untilAsserted(() ->
                assertThat(anybody.get("/api/v1/runs/" + run).status()).isEqualTo(401));
    }

    private static String query(JsonNode link) {
        String href = link.path("href").asText();
        return href.substring(href.indexOf('?'));
    }

    private String links() {
        return "/api/v1/runs/" + run + "/wall-links";
    }

    private String stream() {
        return "/api/v1/runs/" + run + "/stream";
    }
}
