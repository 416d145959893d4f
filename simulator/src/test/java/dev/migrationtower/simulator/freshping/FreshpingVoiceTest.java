package dev.migrationtower.simulator.freshping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.simulator.estate.Monitors;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.vendor.Ask;
import dev.migrationtower.simulator.vendor.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FreshpingVoiceTest {
    private static final String KEY = FreshpingVoice.KEY + ":" + FreshpingVoice.SUBDOMAIN;

    private final Monitors monitors = new Monitors()
            .with("app", "https://app.pix.fr", () -> true)
            .with("certif", "https://certif.pix.fr", () -> false)
            .with("orga", "https://orga.pix.fr", () -> true)
            .with("api", "https://api.pix.fr", () -> true);
    private final FreshpingVoice voice = new FreshpingVoice(monitors, new Pace(1));

    @Test
    void monitorsAreToldPageByPage() {
        monitors.pause("orga", true);
        List<String> told = new ArrayList<>();
        JsonNode page = get("/api/v1/checks/");
        page.path("results").forEach(one -> told.add(one.path("status").asText()));
        String next = page.path("next").asText();
        JsonNode second = get(next.substring(next.indexOf("/api")));
        second.path("results").forEach(one -> told.add(one.path("status").asText()));

        assertThat(told).containsExactly("AV", "NR", "PS", "AV");
        assertThat(second.hasNonNull("next")).isFalse();
        assertThat(page.path("count").asInt()).isEqualTo(4);
    }

    @Test
    void aPageThatThereIsNotIsNotFound() {
        assertThat(ask("/api/v1/checks/?page=3", KEY).status()).isEqualTo(404);
    }

    @Test
    void anotherKeyIsRefused() {
        assertThat(ask("/api/v1/checks/", "wrong:pix").status()).isEqualTo(401);
    }

    private JsonNode get(String path) {
        return Ask.document(ask(path, KEY));
    }

    private Reply ask(String path, String who) {
        String basic = Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
        return voice.answer(Ask.at(Instant.EPOCH, "GET " + path, "", Map.of("Authorization", "Basic " + basic)));
    }
}
