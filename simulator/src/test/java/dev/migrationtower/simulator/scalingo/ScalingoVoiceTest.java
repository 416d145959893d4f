package dev.migrationtower.simulator.scalingo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.simulator.estate.Measurements.Measured;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.estate.Platform;
import dev.migrationtower.simulator.vendor.Ask;
import dev.migrationtower.simulator.vendor.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ScalingoVoiceTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2022-07-23T20:00:00Z"));
    private final Platform platform = new Platform(now::get, new Pace(1)).with("pix-api", 2, true);
    private final ScalingoVoice voice =
            new ScalingoVoice(platform, app -> new Measured(700, 1000, 3, 480), new Pace(1));

    @Test
    void anApiTokenIsExchangedForOneOfAnHour() {
        String token = exchange();

        assertThat(get("/v1/apps/pix-api", token).status()).isEqualTo(200);
        now.updateAndGet(at -> at.plusSeconds(3600));
        assertThat(get("/v1/apps/pix-api", token).status()).isEqualTo(401);
    }

    @Test
    void whatExpiresIsNotGoodAnyMore() {
        String token = exchange();
        voice.expire();

        assertThat(get("/v1/apps/pix-api", token).status()).isEqualTo(401);
    }

    @Test
    void anotherApiTokenIsRefused() {
        Reply told = ask("POST /v1/tokens/exchange", "Basic " + base64(":tk-us-wrong"));

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.body()).isEqualTo("{\"error\":\"Invalid credentials\"}");
    }

    @Test
    void aDatabaseWantsATokenOfItsOwnAndSays400Otherwise() {
        String token = exchange();
        String addon = Ask.document(get("/v1/apps/pix-api/addons", token))
                .at("/addons/0/id")
                .asText();
        String its = Ask.document(ask("POST /v1/apps/pix-api/addons/" + addon + "/token", "Bearer " + token))
                .at("/addon/token")
                .asText();

        assertThat(Ask.document(get("/api/databases/" + addon, its)).at("/database/periodic_backups_enabled"))
                .hasToString("true");
        assertThat(get("/api/databases/" + addon, token).body()).isEqualTo("{\"error\":\"unauthorized\"}");
        assertThat(get("/api/databases/" + addon, token).status()).isEqualTo(400);
    }

    @Test
    void theFormationShowsTheNewNumberBeforeAnythingHasStopped() {
        String token = exchange();
        platform.scale("pix-api", "web", 0);

        assertThat(Ask.document(get("/v1/apps/pix-api/containers", token))
                        .at("/containers/0/amount")
                        .asInt())
                .isZero();
        assertThat(Ask.document(get("/v1/apps/pix-api/ps", token)).at("/containers"))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.path("state").asText()).isEqualTo("stopping"));
        assertThat(Ask.document(get("/v1/apps/pix-api", token))
                        .at("/app/status")
                        .asText())
                .isEqualTo("scaling");

        now.updateAndGet(at -> at.plusSeconds(60));
        assertThat(Ask.document(get("/v1/apps/pix-api/ps", token)).at("/containers"))
                .isEmpty();
        assertThat(Ask.document(get("/v1/apps/pix-api", token))
                        .at("/app/status")
                        .asText())
                .isEqualTo("stopped");
    }

    @Test
    void theSixtyFirstRequestOfAMinuteIsAnsweredInPlainText() {
        String token = exchange();
        for (int i = 1; i < 60; i++) {
            assertThat(get("/v1/apps/pix-api/ps", token).status()).isEqualTo(200);
        }

        Reply told = get("/v1/apps/pix-api/ps", token);

        assertThat(told.status()).isEqualTo(429);
        assertThat(told.body()).isEqualTo("Retry later");
        assertThat(told.headers()).containsEntry("Content-Type", "text/plain");
    }

    @Test
    void anAppThatIsNotThereIsNotFound() {
        assertThat(get("/v1/apps/pix-app", exchange()).body()).contains("\"resource\":\"app\"", "not found");
    }

    private String exchange() {
        return Ask.document(ask("POST /v1/tokens/exchange", "Basic " + base64(":" + ScalingoVoice.TOKEN)))
                .path("token")
                .asText();
    }

    private Reply get(String path, String token) {
        return ask("GET " + path, "Bearer " + token);
    }

    private Reply ask(String what, String who) {
        return voice.answer(Ask.at(now.get(), what, "", Map.of("Authorization", who)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
