package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import org.junit.jupiter.api.Test;

/** What a word taken back must bring back; {@link OppositesTest} has found each of these. */
class TakenBackTest {
    private static final Action.Waive WAIVE = new Action.Waive("close", "check/app/one", null);

    /** An application was opened by hand. */
    private static Night breached() {
        return Night.awaiting()
                .sees("app", "one", "status", 200)
                .after(3)
                .sees("app", "two", "status", 503)
                .sees("db", "db", "sessions", 0)
                .after(2);
    }

    @Test
    void aBreachWhoseHoldEndedByMistakeIsABreachAgainAndAsOld() {
        Night night = breached();
        var before = night.check("app", "one").expectations();

        night.tell(new Action.Go("drain"));
        assertThat(night.phase("close").breaches()).isZero();
        night.after(1).tell(new Action.Withdraw("drain"));

        assertThat(night.phase("close").breaches()).isEqualTo(1);
        assertThat(night.check("app", "one").expectations()).isEqualTo(before);
    }

    @Test
    void aHoldLastsEvenIfThePhaseThatEndsItWillBeLeftOut() {
        Night night = WholeNight.draining().tellAs("anna", new Action.Skip("reopen"));

        night.sees("app", "one", "status", 200).after(3);

        assertThat(night.phase("close").breaches()).isEqualTo(1);
    }

    @Test
    void aBreachThatNobodySeesAnyMoreOutlivesAWaiver() {
        Night night = breached().after(20);
        night.tell(WAIVE);
        assertThat(night.phase("close").breaches()).isZero();

        night.tell(new Action.Unwaive("close", "check/app/one"));

        assertThat(night.phase("close").breaches()).isEqualTo(1);
    }

    @Test
    void aWordThatEndedTheRunIsTakenBackAndTheRunGoesOn() {
        Night night = WholeNight.migrating()
                .tellAs("anna", new Action.Skip("migrate"))
                .tellAs("anna", new Action.Skip("verify"))
                .tellAs("anna", new Action.Skip("reopen"));
        assertThat(night.run().view().state()).isEqualTo(RunState.COMPLETED);

        night.tellAs("anna", new Action.Unskip("reopen"));

        assertThat(night.run().view().state()).isEqualTo(RunState.IN_PROGRESS);
        assertThat(night.phase("reopen").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.only(EventType.RUN_RESUMED).by()).isEqualTo("anna");
        assertThat(night.last().assignments()).isNotEmpty().allMatch(Assignment.Watch.class::isInstance);
        assertThat(night.after(60).check("app", "one").verdict()).isNotNull();
    }

    @Test
    void aPhaseAheadIsTakenInAgainWhileTheRunIsOnItsWayBack() {
        Night night = WholeNight.draining()
                .tellAs("anna", new Action.BeginRollback())
                .tellAs("anna", new Action.Skip("verify"))
                .tellAs("anna", new Action.Unskip("verify"));

        assertThat(night.phase("verify").state()).isEqualTo(PhaseState.PENDING);
    }

    @Test
    void aRollbackOfWhichTheBeginningIsLeftOutIsAbandonedLikeAnyOther() {
        Night night = WholeNight.draining()
                .tellAs("anna", new Action.Skip("restore"))
                .tellAs("anna", new Action.BeginRollback())
                .tellAs("anna", new Action.AbandonRollback());

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
        assertThat(night.phase("reopen-old").state()).isEqualTo(PhaseState.PENDING);
    }

    @Test
    void aRollbackOfWhichEverythingIsLeftOutIsNone() {
        Night night = WholeNight.draining()
                .tellAs("anna", new Action.Skip("restore"))
                .tellAs("anna", new Action.Skip("reopen-old"));

        assertThat(night.tellAs("anna", new Action.BeginRollback()).refusal().status())
                .isEqualTo(409);
    }

    @Test
    void aScriptThatWasHeardBeforeItsPhaseBeganDoesNotMakeTheWordFinal() {
        Night night = WholeNight.awaitingGo()
                .logs(WholeNight.LOG, "api-1", "ke - In progress")
                .after(1)
                .tellAs("anna", new Action.Go("drain"));

        night.tellAs("anna", new Action.Withdraw("drain"));

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);
    }

    @Test
    void aPhaseThatBeginsByItselfKnowsAtOnceThatItsScriptCannotBeSeen() {
        Night night = WholeNight.closing().tellAs("anna", new Action.Skip("drain"));

        night.sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(2);

        assertThat(night.lane("api").state()).isEqualTo(LaneView.State.UNKNOWN);
        assertThat(night.phase("migrate").gate().result()).isEqualTo(GateResult.INCONCLUSIVE);
    }
}
