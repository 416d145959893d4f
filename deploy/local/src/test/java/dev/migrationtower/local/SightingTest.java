package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.local.Sighting.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SightingTest {
    private static final Instant NOW = Instant.parse("2022-07-23T20:00:00Z");
    private static final Plan PLAN = new PlanFile("small.yaml", """
            tower: 1
            id: small
            title: Small
            checks:
              app:
                probe: http
                with: {url: "http://localhost"}
                states: {maintenance: "status == 503", answers: "status >= 200", fast: "latency < duration('1s')"}
              disk:
                probe: datadog
                with: {query: "service:db", values: {used: disk.used}}
                states: {room: "used < 80"}
            phases:
              - id: run
                follow: [{probe: scalingo, with: {app: pix-api}}]
                steps: [{id: one, start: begin, done: end}]
                gate: {require: [{check: app, is: maintenance}]}
            """).plan();

    @Test
    void itIsInEveryStateThatIsTrueOfIt() {
        Sighting sighting = saw("app", new Outcome.Reading(Map.of("status", 503)));

        assertThat(sighting.result()).isEqualTo(Result.IN_STATE);
        assertThat(sighting.states()).containsExactly("maintenance", "answers");
        assertThat(sighting.saw()).isEqualTo("its own words");
        assertThat(sighting.link()).isEqualTo("https://console.example");
        assertThat(sighting.age()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void whatIsInNoStateSaysWhatItWasJudgedBy() {
        Sighting sighting = saw("app", new Outcome.Reading(Map.of("status", 100)));

        assertThat(sighting.result()).isEqualTo(Result.IN_NO_STATE);
        assertThat(sighting.saw())
                .isEqualTo(
                        "its own words. None of maintenance, answers, fast is true of status 100; latency not observed");
    }

    @Test
    void aValueThatWasNotObservedIsNoState() {
        assertThat(saw("app", new Outcome.Reading(Map.of())).result()).isEqualTo(Result.IN_NO_STATE);
    }

    @Test
    void whatCouldNotBeSeenSaysWhyAndWhatToDo() {
        Sighting sighting = saw("app", new Outcome.Unobservable("dns", "No address. Correct the url."));

        assertThat(sighting.result()).isEqualTo(Result.UNOBSERVABLE);
        assertThat(sighting.cause()).isEqualTo("dns");
        assertThat(sighting.saw()).isEqualTo("No address. Correct the url.");
        assertThat(sighting.values()).isEmpty();
    }

    @Test
    void evidenceThatWasOldWhenItWasSeenIsAsOldAsThat() {
        assertThat(saw("disk", new Outcome.Reading(Map.of("used", 75, "age", "PT45S")))
                        .age())
                .isEqualTo(Duration.ofSeconds(47));
    }

    @Test
    void theLogOfAScriptHasNoStatesAndCanBeFollowed() {
        assertThat(saw("run.follow", new Outcome.LogLines(List.of())).result()).isEqualTo(Result.FOLLOWABLE);
    }

    private static Sighting saw(String id, Outcome outcome) {
        Check check = PLAN.check(id);
        Check.Item item = check.items().getFirst();
        Evidence evidence = outcome instanceof Outcome.Unobservable
                ? null
                : new Evidence("its own words", "https://console.example");
        Observation observation = new Observation(
                "o-1",
                "preflight",
                id,
                item.id(),
                check.probe(),
                "probe-1",
                NOW.minusSeconds(2),
                12,
                null,
                outcome,
                evidence,
                null);
        return Sighting.of(check, item, observation, NOW);
    }
}
