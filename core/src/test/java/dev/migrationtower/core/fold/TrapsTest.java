package dev.migrationtower.core.fold;

import static dev.migrationtower.core.fold.WholeNight.LOG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Outcome.LogLine;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Signal;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What other tools fell into, each by its number in the list of them. Those that are not here are not for the thinking to decide:
 * 7 and 8 (a heartbeat that browsers do not see, the sixth tab) are of the stream of dashboard-ui, 12 of its sign-in, 17 of the address
 * that services listen on, 24 (colour alone) of the page.
 */
class TrapsTest {
    private static final String TWO_APPROVALS =
            WholeNight.PLAN.replace("role: lead, question", "role: lead, approvals: 2, question");
    private static final String API = "api-one-off-1";
    private static final String DWH = "dwh-one-off-7";

    @Test
    @DisplayName("1. An empty list is green")
    void anEmptyListIsNoEvidenceThatAllIsOff() {
        Night night = Night.of("""
                        tower: 1
                        id: small
                        title: Small
                        checks:
                          monitoring:
                            probe: freshping
                            with: {account: pix}
                            states: {paused: "total > 0 && active == 0"}
                        phases:
                          - {id: close, gate: {require: [{check: monitoring, is: paused}]}}
                        """).tell(new Action.Start());

        night.sees("monitoring", "monitoring", new Outcome.Reading(Map.of()), night.now());
        assertThat(night.check("monitoring", "monitoring").verdict()).isEqualTo(Verdict.UNKNOWN);

        night.after(1)
                .sees("monitoring", "monitoring", new Outcome.Reading(Map.of("total", 0, "active", 0)), night.now());
        assertThat(night.check("monitoring", "monitoring").verdict()).isEqualTo(Verdict.NOT_MET);

        night.after(1).seesNothing("monitoring", "monitoring", "unauthorized");
        assertThat(night.check("monitoring", "monitoring").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(night.phase("close").gate().result()).isEqualTo(GateResult.INCONCLUSIVE);
    }

    @Test
    @DisplayName("2. The rehearsal's Done counts")
    void whatARehearsalWroteTheDayBeforeIsNotHeard() {
        Night night = WholeNight.migrating();

        night.hears(
                LOG,
                night.line(API, "ke - Done", night.now().minusSeconds(86_400)),
                night.line(API, "answers - Done", night.now().minusSeconds(86_000)));

        assertThat(night.lane("api").state()).isEqualTo(LaneView.State.PENDING);
        assertThat(night.step("api", "ke").state()).isEqualTo(StepState.PENDING);
    }

    @Test
    @DisplayName("3. A retry makes three lines where two were counted")
    void aRetryMakesAThirdDoneAndTheGatePassesAllTheSame() {
        Night night = WholeNight.migrating();
        steps(night, API, "ke - In progress", "error: deadlock", "ke - In progress", "ke - Done");
        steps(night, API, "answers - In progress", "answers - Done", "answers - In progress", "answers - Done");
        steps(night, DWH, "ke - In progress", "ke - Done", "answers - In progress");
        assertThat(night.after(5).phase("migrate").state()).isEqualTo(PhaseState.ACTIVE);

        steps(night, DWH, "answers - Done");

        assertThat(night.step("api", "answers").attempt()).isEqualTo(2);
        assertThat(night.after(2).phase("migrate").state()).isEqualTo(PhaseState.PASSED);
    }

    @Test
    @DisplayName("4. Progress falls to 0 on a failover")
    void progressNeverFallsAndANewAttemptIsNumbered() {
        Night night = WholeNight.migrating();
        steps(night, API, "ke - In progress", "ke 87 %", "ke 0 %", "ke 3 %");
        assertThat(night.step("api", "ke").percent()).isEqualTo(87.0);
        assertThat(night.step("api", "ke").attempt()).isEqualTo(1);

        night.after(10);
        steps(night, API, "error: server closed the connection", "ke - In progress", "ke 4 %");

        assertThat(night.step("api", "ke").percent()).isEqualTo(4.0);
        assertThat(night.step("api", "ke").attempt()).isEqualTo(2);
    }

    @Test
    @DisplayName("5. 87 % when finished")
    void whatIsDoneIsAtAHundredPercentAndNothingElseIs() {
        Night night = WholeNight.migrating();
        steps(night, API, "ke - In progress", "ke 100 %");
        assertThat(night.step("api", "ke").percent()).isEqualTo(99.0);

        steps(night, API, "ke - Done");

        assertThat(night.step("api", "ke").percent()).isEqualTo(100.0);
    }

    @Test
    @DisplayName("6. \"ETA: due\" for ever")
    void whatIsBeyondItsEstimateIsLateBySoMuchAndNamed() {
        Night night = WholeNight.migrating();
        steps(night, API, "ke - In progress");

        night.after(Duration.ofMinutes(200));

        ForecastView forecast = night.run().view().forecast();
        assertThat(forecast).isNotNull();
        assertThat(forecast.steps()).singleElement().satisfies(step -> {
            assertThat(step.lateBySeconds()).isPositive();
            assertThat(step.end()).isNotNull();
            assertThat(step.end().p50()).isAfter(night.now());
        });
        assertThat(last(night, EventType.FORECAST_CHANGED).reason())
                .contains("`ke` in `api` is late by")
                .doesNotContain("due");
    }

    @Test
    @DisplayName("9. A flood of progress freezes the page")
    void aFloodOfProgressIsToldTwiceASecondAndItsEndAtOnce() {
        Night night = WholeNight.migrating();
        steps(night, API, "ke - In progress");
        night.after(1).forgetEvents();

        for (int i = 0; i < 200; i++) {
            night.after(Duration.ofMillis(10)).hears(LOG, night.line(API, "ke " + i / 3 + " %"));
        }
        steps(night, API, "ke - Done");

        assertThat(night.types()).filteredOn("step.progressed"::equals).hasSizeBetween(3, 5);
        assertThat(night.only(EventType.STEP_FINISHED).at())
                .isEqualTo(night.now().minusSeconds(1));
    }

    @Test
    @DisplayName("10. A live tail loses bursts")
    void aBurstOfLinesIsHeardToItsLast() {
        Night night = WholeNight.migrating();
        LogLine[] burst = IntStream.range(0, 500)
                .mapToObj(i -> night.line(API, i == 250 ? "ke - In progress" : "NOTICE " + i))
                .toArray(LogLine[]::new);

        night.hears(LOG, burst);

        assertThat(night.lane("api").unmatched()).isEqualTo(499);
        assertThat(night.step("api", "ke").state()).isEqualTo(StepState.RUNNING);
    }

    @Test
    @DisplayName("11. A mute is not applied to what is pushed")
    void aWaiverHoldsForWhatIsPushedAsForWhatIsLookedAt() {
        Night night = WholeNight.migrating();
        steps(night, DWH, "ke - In progress", "ke - Done", "answers - In progress", "answers - Done");
        night.pings("api", "ke", Signal.DONE).pings("api", "answers", Signal.FAIL);
        assertThat(night.phase("migrate").gate().notMet()).isEqualTo(2);

        night.tell(new Action.Waive("migrate", "step/api", null));

        assertThat(night.phase("migrate").gate().waived()).isEqualTo(2);
        assertThat(night.after(2).phase("migrate").state()).isEqualTo(PhaseState.PASSED);
    }

    @Test
    @DisplayName("13. A pause without a why")
    void whoeverHoldsTheRunUpSaysWhyAndWhoWaitsIsToldForWhat() {
        Night night = WholeNight.preparing();

        assertThat(night.tell("anna", new Action.Fail("prepare"), null, null)
                        .refusal()
                        .status())
                .isEqualTo(422);
        assertThat(night.tell("anna", new Action.Abort(), " ", null).refusal().status())
                .isEqualTo(422);
        night.tell("anna", new Action.Fail("prepare"), "the freeze is not signed", null);
        assertThat(night.phase("prepare").reason()).isEqualTo("the freeze is not signed");

        Night awaiting = Night.awaiting();
        assertThat(awaiting.only(EventType.DECISION_REQUESTED).reason()).isEqualTo("Go? (lead)");
    }

    @Test
    @DisplayName("14. Looping inconclusive")
    void aGoOnAnInconclusiveGateIsRememberedUntilTheGateIsAnother() {
        Night night = WholeNight.preparing(TWO_APPROVALS)
                .tell(new Action.Skip("prepare"))
                .tell(new Action.Skip("close"));
        assertThat(night.phase("drain").gate().result()).isEqualTo(GateResult.INCONCLUSIVE);
        night.tellAs("anna", new Action.Go("drain"));

        night.after(5).seesNothing("db", "db", "timeout").after(5).seesNothing("db", "db", "timeout");
        assertThat(night.phase("drain").gate().decision().said()).hasSize(1);
        assertThat(night.types()).doesNotContain("decision.requested");

        night.tellAs("ben", new Action.Go("drain")).after(600);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.PASSED);
    }

    @Test
    @DisplayName("14. ... for that gate version")
    void aGoCountsForTheGateAsItStoodAndNotForAnother() {
        Night night = WholeNight.preparing(TWO_APPROVALS)
                .tell(new Action.Skip("prepare"))
                .tell(new Action.Skip("close"));
        night.tellAs("anna", new Action.Go("drain"));

        night.sees("db", "db", "sessions", 0).after(2);

        assertThat(night.phase("drain").gate().decision().said()).isEmpty();
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);
    }

    @Test
    @DisplayName("15. A window is rescheduled, and nobody is told")
    void anotherWindowIsAnEventThatSaysWhatItWasAndIs() {
        Night night = WholeNight.preparing();

        night.loads(WholeNight.PLAN.replace("2026-11-23T06:00:00Z", "2026-11-23T08:00:00Z"));

        Event changed = night.only(EventType.PLAN_CHANGED);
        assertThat(changed.reason()).contains("window.closes", "06:00", "08:00");
        assertThat(night.run().view().window().closes()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    }

    @Test
    @DisplayName("16. A maintenance vanishes when an end date is set")
    void aRunOutlivesTheEndOfItsWindowAndSaysSo() {
        Night night = WholeNight.migrating().after(Duration.ofHours(9));

        assertThat(night.run().view().state()).isEqualTo(RunState.IN_PROGRESS);
        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.run().view().forecast().window().level()).isEqualTo(ForecastView.Level.OVERRUN);
        assertThat(last(night, EventType.WINDOW_WARNING).reason()).contains("the window is closed");
    }

    @Test
    @DisplayName("18. A check that stopped weeks ago still looks fine")
    void whatStoppedToLookIsUnknownAfterItsFreshness() {
        Night night = Night.draining().afterAnOutageOf(Duration.ofDays(14));

        assertThat(night.check("app", "one").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(night.check("app", "one").saw().states()).isEmpty();
        assertThat(night.types()).contains("check.stale");
    }

    @Test
    @DisplayName("19. \"All operational\" while an incident is posted")
    void anAnnouncementStandsInTheRunUntilItIsTakenBack() {
        Night night = Night.draining().tell(new Action.Announce(Text.of("The payment page is slow")));
        String id = night.only(EventType.ANNOUNCEMENT_POSTED).cause();

        night.after(Duration.ofHours(3));
        assertThat(night.run().view().announcements()).hasSize(1);

        night.tell(new Action.Unannounce(id));
        assertThat(night.run().view().announcements()).isEmpty();
    }

    @Test
    @DisplayName("20. A broken progress callback goes unnoticed")
    void aScriptWhoseProgressBreaksIsLateThenLost() {
        Night night = WholeNight.migrating();
        steps(night, API, "ke - In progress", "ke 12 %");

        lookingOn(night, 5);
        assertThat(night.lane("api").state()).isEqualTo(LaneView.State.LATE);
        lookingOn(night, 10);

        assertThat(night.lane("api").state()).isEqualTo(LaneView.State.LOST);
        assertThat(night.types()).contains("lane.late", "lane.lost");
        assertThat(night.step("api", "ke").percent()).isEqualTo(12.0);
    }

    @Test
    @DisplayName("20. ... and a progress that cannot be read is shown")
    void aProgressThatCannotBeReadIsALineThatNobodyUnderstood() {
        Night night = WholeNight.migrating();

        steps(night, API, "ke - In progress", "ke NaN %");

        assertThat(night.lane("api").samples()).containsExactly("ke NaN %");
        assertThat(night.types()).contains("log.unmatched");
    }

    @Test
    @DisplayName("21. A bad reload kills the process")
    void aBrokenPlanIsRefusedWithItsErrorsAndTheOldOneStays() {
        Night night = WholeNight.migrating();

        night.loads(WholeNight.PLAN.replace("is: drained", "is: drainde").replace("id: verify", "id: copy copy"));

        assertThat(night.only(EventType.PLAN_REJECTED).reason()).contains("the one before stays");
        assertThat(night.only(EventType.PLAN_REJECTED).view())
                .isInstanceOfSatisfying(
                        Rejection.class,
                        refused -> assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(2));
        assertThat(night.run().view().planVersion()).isEqualTo(1);
        steps(night, API, "ke - In progress");
        assertThat(night.step("api", "ke").state()).isEqualTo(StepState.RUNNING);
    }

    @Test
    @DisplayName("22. Cut over although postponed")
    void theTowerProposesAndWaitsAndDoesNothingButLook() {
        Night night = WholeNight.migrating();
        for (int i = 0; i < 10; i++) {
            night.sees("disk", "disk", "status", 507).after(8);
        }

        assertThat(night.run().view().proposals()).hasSize(1);
        assertThat(night.after(Duration.ofHours(1)).run().view().rollback()).isFalse();
        assertThat(Assignment.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(Assignment.Watch.class, Assignment.Unwatch.class);
    }

    @Test
    @DisplayName("22. ... a gate that asks waits for as long as it takes")
    void aGateThatAsksIsNotPassedByTime() {
        Night night = Night.awaiting();
        for (int i = 0; i < 1_000; i++) {
            night.after(9).sees("db", "db", "sessions", 0);
        }

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);
    }

    @Test
    @DisplayName("23. Long runs lose their duration")
    void aRunOfAMonthHasItsTimesAndItsScriptIsStillHeard() {
        Night night = WholeNight.migrating();
        Instant begun = night.now();
        steps(night, API, "ke - In progress");

        night.afterAnOutageOf(Duration.ofDays(30)).after(1);
        steps(night, API, "ke - Done");

        assertThat(night.step("api", "ke").startedAt()).isEqualTo(begun);
        assertThat(night.step("api", "ke").endedAt())
                .isEqualTo(begun.plus(Duration.ofDays(30)).plusSeconds(2));
        assertThat(last(night, EventType.STEP_FINISHED).reason()).contains("720 h");
        night.tell(new Action.Skip("migrate"));
        assertThat(night.phase("migrate").startedAt()).isEqualTo(begun);
    }

    /** Lines, one after the other a second apart. */
    private static void steps(Night night, String host, String... lines) {
        for (String line : lines) {
            night.logs(LOG, host, line).after(1);
        }
    }

    /** The log is read, and says nothing. */
    private static void lookingOn(Night night, int minutes) {
        for (int i = 0; i < 10 * minutes; i++) {
            night.after(6).hears(LOG);
        }
    }

    private static Event last(Night night, EventType type) {
        return night.events().stream()
                .filter(event -> event.type() == type)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
