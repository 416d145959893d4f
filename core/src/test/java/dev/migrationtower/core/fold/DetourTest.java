package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.ExpectationView;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do with a run that does not go as planned. */
class DetourTest {
    @Test
    void aPhaseLeftOutSaysWhyAndHoldsNothing() {
        Night night = WholeNight.closing().tell("anna", new Action.Skip("close"), "all is off anyway", null);

        assertThat(night.phase("close").state()).isEqualTo(PhaseState.SKIPPED);
        assertThat(night.phase("close").reason()).isEqualTo("all is off anyway");
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.check("app", "one").expectations()).isEmpty();
    }

    @Test
    void aPhaseAheadThatIsLeftOutIsPassedOver() {
        Night night = WholeNight.closing().tellAs("anna", new Action.Skip("drain"));

        night.sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(2);

        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void aSkipIsTakenBackAsLongAsNothingCameOfIt() {
        Night night = WholeNight.closing().tellAs("anna", new Action.Skip("close"));

        night.tellAs("anna", new Action.Unskip("close"));

        assertThat(night.phase("close").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.PENDING);
    }

    @Test
    void aSkipIsNotTakenBackAfterTheScriptBegan() {
        Night night = WholeNight.draining()
                .tellAs("anna", new Action.Skip("drain"))
                .logs(WholeNight.LOG, "api-1", "ke - In progress");

        assertThat(night.tellAs("anna", new Action.Unskip("drain")).refusal().status())
                .isEqualTo(409);
        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void aFailedPhaseStopsTheRunUntilSomebodyDecides() {
        Night night = WholeNight.migrating().tell("anna", new Action.Fail("migrate"), "disk full", null);

        night.seesAllAgain().after(60);

        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.FAILED);
        assertThat(night.phase("migrate").reason()).isEqualTo("disk full");
        assertThat(night.run().view().state()).isEqualTo(RunState.IN_PROGRESS);
        assertThat(night.phase("verify").state()).isEqualTo(PhaseState.PENDING);
        assertThat(night.tellAs("anna", new Action.Unfail("migrate"))
                        .phase("migrate")
                        .state())
                .isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void leavingOutFailingAbortingAndTurningBackNeedAReason() {
        Night night = WholeNight.closing();

        assertThat(night.tell("anna", new Action.Skip("close"), null, null)
                        .refusal()
                        .status())
                .isEqualTo(422);
        assertThat(night.tell("anna", new Action.Fail("close"), null, null)
                        .refusal()
                        .status())
                .isEqualTo(422);
        assertThat(night.tell("anna", new Action.Abort(), null, null).refusal().status())
                .isEqualTo(422);
        assertThat(night.tell("anna", new Action.BeginRollback(), null, null)
                        .refusal()
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anAbortedRunLooksAtNothingAndCanGoOn() {
        Night night = WholeNight.draining().tellAs("anna", new Action.Abort());
        assertThat(night.run().view().state()).isEqualTo(RunState.ABORTED);
        assertThat(night.last().assignments()).isNotEmpty().allMatch(Assignment.Unwatch.class::isInstance);
        assertThat(night.run().nextDeadline()).isNull();

        night.tellAs("anna", new Action.Resume());

        assertThat(night.run().view().state()).isEqualTo(RunState.IN_PROGRESS);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.last().assignments()).isNotEmpty().allMatch(Assignment.Watch.class::isInstance);
        night.after(10);
        assertThat(night.types()).contains("check.stale");
    }

    @Test
    void aRollbackIsProposedByWhatIsSeenAndBegunByAPersonOnly() {
        Night night = WholeNight.migrating().sees("disk", "disk", "status", 507);
        for (int second = 0; second < 60; second += 5) {
            night.after(5).sees("disk", "disk", "status", 507);
        }

        assertThat(night.only(EventType.ROLLBACK_PROPOSED).reason())
                .isEqualTo("a rollback is proposed: disk is critical (status == 507)");
        assertThat(night.run().view().proposals()).containsExactly("disk is critical (status == 507)");
        assertThat(night.run().view().rollback()).isFalse();

        night.after(1).sees("disk", "disk", "status", 200);
        assertThat(night.run().view().proposals()).isEmpty();
    }

    @Test
    void aRollbackThatDidNothingYetCanBeAbandoned() {
        Night night = WholeNight.migrating().tellAs("anna", new Action.BeginRollback());

        night.tellAs("anna", new Action.AbandonRollback());

        assertThat(night.run().view().rollback()).isFalse();
        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.phase("restore").state()).isEqualTo(PhaseState.PENDING);
        night.tellAs("anna", new Action.BeginRollback()).tellAs("anna", new Action.Done("restore", "restore-db", null));
        assertThat(night.tellAs("anna", new Action.AbandonRollback()).refusal().status())
                .isEqualTo(409);
    }

    @Test
    void aPhaseAheadIsPutBack() {
        Night night = WholeNight.closing().tellAs("anna", new Action.Skip("drain"));

        night.tellAs("anna", new Action.Unskip("drain"));

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.PENDING);
        assertThat(night.phase("drain").reason()).isNull();
        assertThat(night.phase("close").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void anAbandonedRollbackLeavesAFailureWhatItWas() {
        Night night = WholeNight.migrating()
                .tell("anna", new Action.Fail("migrate"), "disk full", null)
                .tellAs("anna", new Action.BeginRollback());

        night.tellAs("anna", new Action.AbandonRollback());

        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.FAILED);
        assertThat(night.phase("migrate").reason()).isEqualTo("disk full");
    }

    @Test
    void aScriptLeftOutAheadIsFollowedAgainOnceItsPhaseIsPutBack() {
        Night night = WholeNight.preparing().tellAs("anna", new Action.Skip("migrate"));
        assertThat(night.last().assignments()).allMatch(Assignment.Unwatch.class::isInstance);

        night.tellAs("anna", new Action.Unskip("migrate"));

        assertThat(night.last().assignments())
                .extracting(assignment -> assignment.key().check())
                .containsExactlyInAnyOrder(WholeNight.LOG, WholeNight.PROGRESS);
        assertThat(night.last().assignments()).allMatch(Assignment.Watch.class::isInstance);
    }

    @Test
    void aRunThatEndsWithSomethingStillSwitchedOffSaysSo() {
        Night night = WholeNight.draining();
        for (String phase : List.of("drain", "migrate", "verify", "reopen")) {
            night.tellAs("anna", new Action.Skip(phase));
        }

        assertThat(night.only(EventType.RUN_COMPLETED).reason())
                .isEqualTo("the last phase is left out; nobody saw restored what was switched off: app");
    }

    @Test
    void aPhaseThatFailedAsksForNothingAnyMore() {
        Night night = WholeNight.awaitingGo().tellAs("anna", new Action.Fail("drain"));

        assertThat(night.check("db", "db").expectations()).isEmpty();
    }

    @Test
    void whatTheRollbackAsksForIsJudgedWhenItBeginsAndNotOnceItIsAbandoned() {
        Night night = WholeNight.migrating();
        assertThat(states(night)).containsExactly("migrating");

        night.tellAs("anna", new Action.BeginRollback());
        assertThat(states(night)).isEmpty();

        night.tellAs("anna", new Action.AbandonRollback());
        assertThat(states(night)).containsExactly("migrating");
    }

    private static List<String> states(Night night) {
        return night.check("db", "db").expectations().stream()
                .map(ExpectationView::state)
                .toList();
    }

    @Test
    void whateverPeopleDoWithAPhaseIsTold() {
        Night night = WholeNight.closing();

        assertThat(told(night, new Action.Skip("close")))
                .contains("anna leaves close out: because")
                .anyMatch(reason -> reason.contains("begins; its gate asks for 1 criterion"));
        assertThat(told(night, new Action.Fail("drain"))).contains("anna says that drain failed: because");
        assertThat(told(night, new Action.BeginRollback()))
                .contains("anna began the rollback: because", "left for the rollback");
    }

    private static List<String> told(Night night, Action action) {
        return night.tellAs("anna", action).last().events().stream()
                .map(Event::reason)
                .toList();
    }

    @Test
    void everyPhaseThatIsReopenedTellsWhy() {
        Night night = WholeNight.draining().tellAs("anna", new Action.Skip("verify"));

        assertThat(reopened(night, new Action.Unskip("verify")))
                .containsExactly("anna no longer leaves verify out: because");

        night.tellAs("anna", new Action.Skip("drain"));
        assertThat(reopened(night, new Action.Unskip("drain")))
                .containsExactly("not begun any more", "anna no longer leaves drain out: because");

        night.tellAs("anna", new Action.BeginRollback());
        assertThat(reopened(night, new Action.AbandonRollback()))
                .containsExactly("not begun any more", "under way again: the rollback is abandoned");
    }

    private static List<String> reopened(Night night, Action action) {
        return night.tellAs("anna", action).last().events().stream()
                .filter(event -> event.type() == EventType.PHASE_REOPENED)
                .map(Event::reason)
                .toList();
    }

    @Test
    void aScriptIsFollowedNoMoreOnceItsPhaseIsLeftOutAndAgainOnceItIsNot() {
        CheckKey log = new CheckKey(Night.RUN, WholeNight.LOG, WholeNight.LOG);
        Night night = WholeNight.migrating().tellAs("anna", new Action.Skip("migrate"));
        assertThat(night.last().assignments()).contains(new Assignment.Unwatch(log));

        night.tellAs("anna", new Action.Unskip("migrate"));
        assertThat(night.last().assignments())
                .contains(new Assignment.Watch(night.asked(WholeNight.LOG, WholeNight.LOG)));
    }
}
