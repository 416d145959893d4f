package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.local.PreflightReport.Spent;
import dev.migrationtower.local.Sighting.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightReportTest {
    private static final Sighting SEEN = new Sighting(
            "monitors",
            "monitors",
            "freshping",
            Result.IN_STATE,
            List.of("paused"),
            null,
            "2 monitors: PS 2",
            null,
            Map.of("paused", 2),
            Duration.ofMinutes(3),
            140L,
            2);
    private static final Sighting NOT_SEEN = new Sighting(
            "app",
            "orga",
            "http",
            Result.UNOBSERVABLE,
            List.of(),
            "dns",
            "No address. Correct the url.",
            null,
            Map.of(),
            null,
            null,
            null);
    private static final PreflightReport REPORT =
            new PreflightReport("small", List.of(SEEN, NOT_SEEN), List.of(new Spent("freshping", "default", 2, 88)));

    @Test
    void aTableSaysOfEachItemWhatWasSeenHowOldInWhichStateAndForHowMuch() {
        assertThat(REPORT.text()).isEqualTo("""
                        CHECK     STATE              AGE    COST  SAW
                        monitors  paused             3 min  2     2 monitors: PS 2
                        app/orga  UNOBSERVABLE: dns               No address. Correct the url.

                        freshping, account default: 2 requests, 88 left of its budget now

                        plan small: 2 items looked at, 1 unobservable""");
    }

    @Test
    void itIsFineOnlyWhenAllWasSeenInAState() {
        assertThat(REPORT.fine()).isFalse();
        PreflightReport fine = new PreflightReport("small", List.of(SEEN), List.of());
        assertThat(fine.fine()).isTrue();
        assertThat(fine.text()).endsWith("1 item looked at, all seen, in a state that the plan knows");
    }

    @Test
    void programsGetTheSameAsJson() throws Exception {
        JsonNode json = Json.mapper().readTree(REPORT.json());

        assertThat(json.path("fine").isBoolean()).isTrue();
        assertThat(json.path("accounts").get(0).path("left").asInt()).isEqualTo(88);
        assertThat(json.path("items").get(0).path("result").asText()).isEqualTo("in-state");
        assertThat(json.path("items").get(0).path("age").asText()).isEqualTo("PT3M");
        assertThat(json.path("items").get(1).path("cause").asText()).isEqualTo("dns");
        assertThat(json.path("items").get(1).has("requests")).isFalse();
    }
}
