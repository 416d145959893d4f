package dev.migrationtower.simulator.ovh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.simulator.estate.Machines;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.vendor.Ask;
import dev.migrationtower.simulator.vendor.Reply;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Signed requests are tried by probe-ovh, which knows how to sign. */
class OvhVoiceTest {
    private static final String INSTANCES = "GET /1.0/cloud/project/abc123/instance";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2022-07-23T20:00:00Z"));
    private final Machines machines = new Machines(now::get, new Pace(1)).with("etl-1");
    private final OvhVoice voice = new OvhVoice(machines, new Pace(1));

    @Test
    void theTimeIsForEverybody() {
        assertThat(ask("GET /1.0/auth/time", "", Map.of()).body()).isEqualTo("1658606400");
    }

    @Test
    void aMachineThatIsBeingStoppedIsActiveWithAnOperationAndThenOff() {
        String token = token();
        machines.turn("etl-1", false);
        assertThat(instances(token).body()).contains("\"status\":\"ACTIVE\"", "\"operationIds\":[\"op-1\"]");

        now.updateAndGet(at -> at.plusSeconds(30));
        assertThat(instances(token).body()).contains("\"status\":\"SHUTOFF\"", "\"operationIds\":[]");
    }

    @Test
    void aTokenIsGoodForAnHour() {
        String token = token();
        now.updateAndGet(at -> at.plusSeconds(3600));

        assertThat(instances(token).status()).isEqualTo(401);
    }

    @Test
    void aClientWithAnotherSecretGetsNone() {
        assertThat(ask("POST /auth/oauth2/token", "grant_type=client_credentials&client_secret=wrong", Map.of())
                        .body())
                .contains("invalid_client");
    }

    @Test
    void whoeverDoesNotSignIsRefused() {
        assertThat(ask(INSTANCES, "", Map.of()).body()).contains("INVALID_KEY");
        assertThat(ask(
                                INSTANCES,
                                "",
                                Map.of(
                                        "X-Ovh-Application",
                                        OvhVoice.APPLICATION_KEY,
                                        "X-Ovh-Consumer",
                                        OvhVoice.CONSUMER_KEY,
                                        "X-Ovh-Timestamp",
                                        "1658606339",
                                        "X-Ovh-Signature",
                                        "$1$nonsense"))
                        .body())
                .contains("QUERY_TIME_OUT");
        assertThat(ask(
                                INSTANCES,
                                "",
                                Map.of(
                                        "X-Ovh-Application",
                                        OvhVoice.APPLICATION_KEY,
                                        "X-Ovh-Consumer",
                                        OvhVoice.CONSUMER_KEY,
                                        "X-Ovh-Timestamp",
                                        "1658606400",
                                        "X-Ovh-Signature",
                                        "$1$nonsense"))
                        .body())
                .contains("INVALID_SIGNATURE");
    }

    private String token() {
        return Ask.document(ask(
                        "POST /auth/oauth2/token",
                        "grant_type=client_credentials&client_id=" + OvhVoice.CLIENT_ID + "&client_secret="
                                + OvhVoice.CLIENT_SECRET,
                        Map.of()))
                .path("access_token")
                .asText();
    }

    private Reply instances(String token) {
        return ask(INSTANCES, "", Map.of("Authorization", "Bearer " + token));
    }

    private Reply ask(String what, String body, Map<String, String> headers) {
        return voice.answer(Ask.at(now.get(), what, body, headers));
    }
}
