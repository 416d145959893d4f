package dev.migrationtower.simulator.datadog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.simulator.estate.Logs;
import dev.migrationtower.simulator.estate.Logs.Line;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.vendor.Ask;
import dev.migrationtower.simulator.vendor.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatadogVoiceTest {
    private static final Instant NOW = Instant.parse("2022-07-23T20:00:00Z");
    private static final Map<String, String> KEYS =
            Map.of("DD-API-KEY", DatadogVoice.API_KEY, "DD-APPLICATION-KEY", DatadogVoice.APPLICATION_KEY);
    private static final String SEARCH = "POST /api/v2/logs/events/search";

    private final Logs logs = new Logs(() -> NOW);
    private final DatadogVoice voice = new DatadogVoice(logs, new Pace(1));

    @Test
    void aLineIsVisibleHalfAMinuteLateAndNotInTheOrderOfTime() {
        List<Line> written = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            written.add(logs.write(NOW.plusSeconds(i), "host", "app", "info", Map.of("msg", "line " + i)));
        }

        assertThat(written)
                .allSatisfy(line -> assertThat(Duration.between(line.place().at(), voice.visibleAt(line)))
                        .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(35)));
        assertThat(written.stream().map(voice::visibleAt).toList())
                .isNotEqualTo(written.stream().map(voice::visibleAt).sorted().toList());
        assertThat(search(NOW.plusSeconds(24), 10).path("data")).isEmpty();
        assertThat(search(NOW.plusSeconds(60), 1000).path("data")).hasSize(20);
    }

    @Test
    void withTheDemosPaceItIsVisibleSooner() {
        DatadogVoice fast = new DatadogVoice(logs, new Pace(1).ofVendors());
        Line line = logs.write(NOW, "host", "app", "info", Map.of());

        assertThat(Duration.between(NOW, fast.visibleAt(line)))
                .isBetween(Duration.ofMillis(2_500), Duration.ofMillis(3_500));
    }

    @Test
    void everyPageButAnEmptyOneHasACursorAndNoLineComesTwice() {
        for (int i = 0; i < 5; i++) {
            logs.write(NOW.minusSeconds(300 + i), "host", "app", "info", Map.of("msg", "line " + i));
        }
        List<String> ids = new ArrayList<>();
        JsonNode page = search(NOW, 2);
        for (; !page.path("data").isEmpty(); page = next(NOW, page)) {
            page.path("data").forEach(line -> ids.add(line.path("id").asText()));
            assertThat(page.at("/meta/page/after").isTextual()).isTrue();
            assertThat(page.at("/links/next").asText()).contains("/api/v2/logs/events?");
        }

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(page.toString()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void getAndPostAreCountedTogetherAndTheHeadersSaySo() {
        Reply first = ask(NOW.plusSeconds(600), SEARCH, "{}");
        Reply second = ask(NOW.plusSeconds(600), "GET /api/v2/logs/events?filter%5Bquery%5D=*&page%5Blimit%5D=5", "");

        assertThat(first.headers())
                .containsEntry("X-RateLimit-Limit", "300")
                .containsEntry("X-RateLimit-Period", "3600")
                .containsEntry("X-RateLimit-Remaining", "299")
                .containsEntry("X-RateLimit-Reset", "3000");
        assertThat(second.headers()).containsEntry("X-RateLimit-Remaining", "298");
    }

    @Test
    void afterThreeHundredSearchesThereAreNoMoreUntilTheHourIsOver() {
        for (int i = 0; i < 300; i++) {
            assertThat(ask(NOW, SEARCH, "{}").status()).isEqualTo(200);
        }

        assertThat(ask(NOW, SEARCH, "{}").status()).isEqualTo(429);
        assertThat(ask(NOW.plusSeconds(3600), SEARCH, "{}").status()).isEqualTo(200);
    }

    @Test
    void whoeverLacksAKeyIsForbidden() {
        Reply told = voice.answer(Ask.at(NOW, SEARCH, "{}", Map.of("DD-API-KEY", DatadogVoice.API_KEY)));

        assertThat(told.status()).isEqualTo(403);
        assertThat(told.body()).contains("Forbidden");
    }

    @Test
    void aPartSaysThatItIsOne() {
        logs.write(NOW.minusSeconds(300), "host", "app", "info", Map.of("msg", "one"));
        logs.write(NOW.minusSeconds(299), "host", "app", "info", Map.of("msg", "two"));

        JsonNode part = Ask.document(voice.partly(ask(NOW, SEARCH, "{}")));

        assertThat(part.path("data")).hasSize(1);
        assertThat(part.at("/meta/status").asText()).isEqualTo("timeout");
    }

    @Test
    void aSearchThatMakesNoSenseIs400() {
        assertThat(ask(NOW, SEARCH, "{\"page\": {\"limit\": 5000}}").body()).contains("page.limit");
        assertThat(ask(NOW, SEARCH, "{\"filter\": {\"from\": \"yesterday\"}}").status())
                .isEqualTo(400);
        assertThat(ask(NOW, SEARCH, "not JSON").status()).isEqualTo(400);
    }

    private JsonNode search(Instant at, int limit) {
        return Ask.document(ask(at, SEARCH, "{\"sort\": \"timestamp\", \"page\": {\"limit\": " + limit + "}}"));
    }

    private JsonNode next(Instant at, JsonNode page) {
        String cursor = page.at("/meta/page/after").asText();
        return Ask.document(
                ask(at, SEARCH, "{\"sort\": \"timestamp\", \"page\": {\"limit\": 2, \"cursor\": \"" + cursor + "\"}}"));
    }

    private Reply ask(Instant at, String what, String body) {
        return voice.answer(Ask.at(at, what, body, KEYS));
    }
}
