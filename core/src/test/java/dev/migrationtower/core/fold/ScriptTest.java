package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The script of a phase, as the fold follows it. */
class ScriptTest {
    private static LaneView lane(Night night, String id) {
        return night.phase("migrate").lanes().stream()
                .filter(lane -> lane.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyStepInEveryLaneClosesThePhase() {
        Night night = WholeNight.migrating().logs(WholeNight.LOG, "api-1", "ke - In progress");
        assertThat(lane(night, "api").steps().getFirst().state()).isEqualTo(StepState.RUNNING);
        assertThat(night.phase("migrate").gate().notMet()).isEqualTo(4);

        assertThat(WholeNight.verifying().phase("migrate").state()).isEqualTo(PhaseState.PASSED);
    }

    @Test
    void aGateIsInconclusiveWhileNobodyCanSeeTheLog() {
        Night night = WholeNight.migrating();
        assertThat(night.phase("migrate").gate().result()).isEqualTo(GateResult.INCONCLUSIVE);

        night.logs(WholeNight.LOG, "api-1", "ke - In progress");
        assertThat(night.phase("migrate").gate().result()).isEqualTo(GateResult.NO_GO);

        night.seesNothing(WholeNight.LOG, WholeNight.LOG, "throttled")
                .after(1)
                .seesNothing(WholeNight.LOG, WholeNight.LOG, "throttled");
        assertThat(lane(night, "dwh").state()).isEqualTo(LaneView.State.UNKNOWN);
        assertThat(night.phase("migrate").gate().result()).isEqualTo(GateResult.INCONCLUSIVE);
    }

    @Test
    void aLineFromBeforeTheRunNeverCounts() {
        Instant yesterday = WholeNight.migrating().now().minus(Duration.ofDays(1));

        Night night = WholeNight.migrating().logs(WholeNight.LOG, "api-1", "answers - Done", yesterday);

        assertThat(lane(night, "api").steps()).allMatch(step -> step.state() == StepState.PENDING);
    }

    @Test
    void aScriptThatBeganBeforeSomebodySaidGoIsNotForgotten() {
        Night night = WholeNight.draining().logs(WholeNight.LOG, "api-1", "ke - In progress");
        assertThat(night.only(EventType.STEP_STARTED).subject()).isEqualTo("step/migrate/api/ke");

        assertThat(lane(night, "api").steps().getFirst().state()).isEqualTo(StepState.RUNNING);
    }

    @Test
    void aSilentLaneIsLateThenLostThenRecovered() {
        Night night =
                WholeNight.migrating().logs(WholeNight.LOG, "api-1", "alive").logs(WholeNight.LOG, "dwh-1", "alive");
        for (int minute = 0; minute < 16; minute++) {
            for (int look = 0; look < 10; look++) {
                night.after(6).logs(WholeNight.LOG, "dwh-1", "alive");
            }
        }

        assertThat(night.only(EventType.LANE_LATE).subject()).isEqualTo("lane/migrate/api");
        assertThat(night.only(EventType.LANE_LOST).subject()).isEqualTo("lane/migrate/api");
        assertThat(lane(night, "dwh").state()).isEqualTo(LaneView.State.ALIVE);
        night.forgetEvents().after(1).logs(WholeNight.LOG, "api-1", "alive");
        assertThat(night.only(EventType.LANE_RECOVERED).subject()).isEqualTo("lane/migrate/api");
    }

    @Test
    void aLaneOfWhichNobodyCanSeeTheLogIsNotLost() {
        Night night =
                WholeNight.migrating().logs(WholeNight.LOG, "api-1", "alive").after(Duration.ofHours(1));

        assertThat(night.types()).doesNotContain("lane.late", "lane.lost");
        assertThat(lane(night, "api").state()).isEqualTo(LaneView.State.UNKNOWN);
    }

    @Test
    void aLineNobodyUnderstandsIsCountedAndShown() {
        Night night = WholeNight.migrating().logs(WholeNight.LOG, "api-1", "ke – In progress");

        assertThat(lane(night, "api").unmatched()).isEqualTo(1);
        assertThat(lane(night, "api").samples()).containsExactly("ke – In progress");
        assertThat(night.only(EventType.LOG_UNMATCHED).reason()).contains("ke – In progress");
    }

    @Test
    void aLineOfAHostThatIsNoLaneIsShownToo() {
        Night night = WholeNight.migrating().logs(WholeNight.LOG, "web-1", "ke - Done");

        assertThat(lane(night, Following.STRAYS).samples()).containsExactly("web-1: ke - Done");
        assertThat(lane(night, "api").steps().getFirst().state()).isEqualTo(StepState.PENDING);
    }

    @Test
    void aScriptMayPing() {
        Night night =
                WholeNight.migrating().pings("api", "ke", Signal.START).after(5).pings("api", "ke", Signal.DONE);

        assertThat(lane(night, "api").steps().getFirst().state()).isEqualTo(StepState.DONE);
    }

    @Test
    void progressIsToldAtMostTwiceASecondAndTheLastIsNotLost() {
        Night night = WholeNight.preparing()
                .logs(WholeNight.LOG, "api-1", "ke - In progress")
                .after(2)
                .forgetEvents();
        for (int percent = 1; percent <= 50; percent++) {
            night.logs(WholeNight.LOG, "api-1", "ke " + percent + " %").after(Duration.ofMillis(20));
        }
        night.after(1);

        List<String> types = night.types();
        assertThat(types.stream().filter("step.progressed"::equals).count()).isBetween(2L, 4L);
        assertThat(lane(night, "api").steps().getFirst().percent()).isEqualTo(50.0);
    }

    @Test
    void sourcesAreLookedAtNoMoreOnceThePhaseIsOver() {
        Night night = WholeNight.verifying();

        assertThat(night.last().assignments())
                .contains(new Assignment.Unwatch(new CheckKey(Night.RUN, WholeNight.LOG, WholeNight.LOG)));
    }

    @Test
    void whoReadsTheLogIsToldSinceWhenLinesCount() {
        Night night = WholeNight.loaded().tellAs("anna", new Action.Start());

        assertThat(night.last().assignments())
                .filteredOn(Assignment.Watch.class::isInstance)
                .map(watch -> ((Assignment.Watch) watch).spec())
                .hasSize(2)
                .allSatisfy(spec -> assertThat(spec.since()).isEqualTo(night.now()));
    }

    @Test
    void linesAreNotKeptWithTheLook() {
        Night night = WholeNight.migrating().logs(WholeNight.LOG, "api-1", "ke - In progress");

        assertThat(night.run()
                        .memory(new CheckKey(Night.RUN, WholeNight.LOG, WholeNight.LOG))
                        .look()
                        .outcome())
                .isEqualTo(new Outcome.LogLines(List.of()));
    }
}
