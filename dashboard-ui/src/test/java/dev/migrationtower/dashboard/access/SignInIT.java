package dev.migrationtower.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.dashboard.Browser;
import dev.migrationtower.dashboard.FakeAggregator;
import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.record.RecordStatus;
import dev.migrationtower.test.infra.Broker;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.SmallRyeConfig;
import jakarta.inject.Inject;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through every door. */
@QuarkusTest
@TestProfile(WithDoors.class)
@QuarkusTestResource(Broker.class)
class SignInIT {
    @TestHTTPResource("/")
    URI base;

    @Inject
    RecordStatus status;

    @BeforeEach
    void open() {
        await().until(status::live);
    }

    @Test
    void aPasswordOpensASessionThatNoScriptReads() throws Exception {
        HttpResponse<String> answer = Someone.nobody(base).signIn("approver", Company.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=")
                .doesNotContain("Secure");
        Http.Answer me = Someone.ofCookie(base, Someone.cookie(answer)).me("");
        assertThat(me.json().path("name").asText()).isEqualTo("approver");
        assertThat(me.json().path("roles").toString()).isEqualTo("[\"approver\"]");
        assertThat(me.json().path("rights").toString()).isEqualTo("[\"tell\",\"decide\"]");
        assertThat(me.json().path("view").asText()).isEqualTo("operator");
        assertThat(me.json().path("anonymous").asBoolean()).isFalse();
    }

    @Test
    void aWrongPasswordIsRefusedAndSoonAltogether() throws Exception {
        for (int i = 0; i < Attempts.MOST; i++) {
            assertThat(Someone.nobody(base).signIn("viewer", "wrong").statusCode())
                    .isEqualTo(401);
        }

        assertThat(Someone.nobody(base).signIn("viewer", Company.PASSWORD).statusCode())
                .isEqualTo(429);
        assertThat(Someone.nobody(base).signIn("admin", Company.PASSWORD).statusCode())
                .isEqualTo(204);
    }

    @Test
    void whoDoesNotShowAnythingIsAnonymousEvenOnThisMachine() throws Exception {
        Http.Answer me = Someone.nobody(base).me("");

        assertThat(me.json().path("anonymous").asBoolean()).isTrue();
        assertThat(me.json().path("view").asText()).isEqualTo("public");
        assertThat(me.json().path("doors").toString()).isEqualTo("[\"password\",\"company\",\"link\"]");
        assertThat(Someone.nobody(base).get("/api/v1/probes").status()).isEqualTo(401);
    }

    @Test
    void behindAProxyThatEndsTlsTheCookieIsForTlsOnlyAndTheTrueAddressIsRecorded() throws Exception {
        String[] passedOn = {"X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7"};
        HttpResponse<String> answer = Someone.nobody(base).signIn("admin", Company.PASSWORD, passedOn);

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).contains(";Secure", ";HttpOnly");
        String run = "night-" + UUID.randomUUID();
        Someone admin = Someone.ofCookie(base, Someone.cookie(answer));
        try (FakeAggregator aggregator = new FakeAggregator()) {
            assertThat(admin.load(run, AuthorisationIT.PLAN).status()).isEqualTo(201);
            admin.post("/api/v1/runs/" + run + "/commands", "{\"type\":\"comment\",\"text\":\"x\"}", passedOn);
            assertThat(aggregator.seen(run).getLast().from().address()).isEqualTo("203.0.113.7");
        }
    }

    @Test
    void theSessionsOfOnePersonAreEndedByTheirLineInTheUsersFile() throws Exception {
        Company.says("ada", Company.line("ada", Role.OPERATOR));
        Someone ada = Someone.ofCookie(base, Someone.cookie(Someone.nobody(base).signIn("ada", Company.PASSWORD)));
        Someone another = Someone.signedIn(base, Role.APPROVER);
        String run = "night-" + UUID.randomUUID();
        try (FakeAggregator aggregator = new FakeAggregator()) {
            Someone.service(base).load(run, AuthorisationIT.PLAN);
            try (Browser browser =
                    Browser.open(base.resolve("/api/v1/runs/" + run + "/stream").toString(), "", ada.shown())) {
                await().until(() -> !browser.named("snapshot").isEmpty());

                Company.says("ada", Company.line("ada", Role.OPERATOR));

                await().atMost(Duration.ofSeconds(10))
                        .until(() -> !browser.named("closed").isEmpty());
            }
            assertThat(ada.command(run, "{\"type\":\"start\"}").status()).isEqualTo(401);
            assertThat(ada.me("").json().path("anonymous").asBoolean()).isTrue();
            assertThat(another.me("").json().path("anonymous").asBoolean()).isFalse();
            assertThat(Someone.nobody(base).signIn("ada", Company.PASSWORD).statusCode())
                    .as("they may come again, unless")
                    .isEqualTo(204);
            Company.says("ada", "ada::");
            assertThat(Someone.nobody(base).signIn("ada", Company.PASSWORD).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theLinkOfTheTerminalLetsOnePersonInOnce() throws Exception {
        HttpResponse<String> first = link(Company.LINK);

        assertThat(link("guessed").statusCode()).isEqualTo(401);
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(first.headers().firstValue("Location").orElseThrow()).endsWith("/");
        assertThat(Someone.ofCookie(base, Someone.cookie(first)).me("").json().path("roles"))
                .hasSize(4);
        assertThat(link(Company.LINK).statusCode()).isEqualTo(401);
        AccessConfig same =
                ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getConfigMapping(AccessConfig.class);
        assertThat(new Doors(same, false, Clock.systemUTC()).byLink(Company.LINK))
                .as("after a restart")
                .isEmpty();
    }

    @Test
    void theCompanyVouchesForItsOwn() throws Exception {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> page = browser.send(
                HttpRequest.newBuilder(base.resolve("/sign-in/company")).build(), BodyHandlers.ofString());

        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.uri()).isEqualTo(base);
        HttpResponse<String> me =
                browser.send(HttpRequest.newBuilder(base.resolve("/api/v1/me")).build(), BodyHandlers.ofString());
        assertThat(me.body()).contains("\"name\":\"ada@company.example\"", "\"roles\":[\"viewer\",\"operator\"]");
    }

    @Test
    void signingOutEndsItInThisBrowser() throws Exception {
        Someone operator = Someone.signedIn(base, Role.OPERATOR);

        Http.Answer answer = operator.post("/api/v1/sign-out", "");

        assertThat(answer.status()).isEqualTo(204);
    }

    @Test
    void everyAnswerForbidsForeignScriptsAndFrames() throws Exception {
        HttpResponse<String> page =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(base).build(), BodyHandlers.ofString());

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self' 'sha256-")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    private HttpResponse<String> link(String secret) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(base.resolve("/sign-in/link/" + secret))
                                .build(),
                        BodyHandlers.ofString());
    }
}
