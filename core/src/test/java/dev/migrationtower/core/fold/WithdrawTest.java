package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.View.Said;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose word counts, and how it is taken back. */
class WithdrawTest {
    private static Night verified() {
        return WholeNight.verifying()
                .tellAs("cleo", new Action.Done("verify", "count", null))
                .seesAllAgain()
                .after(2);
    }

    @Test
    void aWordIsTakenBackWhileOthersAreWaitedFor() {
        Night night = verified().tellAs("cleo", new Action.Go("verify"));
        assertThat(night.phase("verify").gate().decision().said())
                .extracting(Said::by)
                .containsExactly("cleo");

        night.tellAs("cleo", new Action.Withdraw("verify"));

        assertThat(night.phase("verify").gate().decision().said()).isEmpty();
        assertThat(night.only(EventType.DECISION_WITHDRAWN).by()).isEqualTo("cleo");
        assertThat(night.tellAs("dan", new Action.Go("verify")).phase("verify").state())
                .isEqualTo(PhaseState.AWAITING_DECISION);
    }

    @Test
    void aGateThatWasPassedByAWordAwaitsItAgainIfNothingCameOfIt() {
        Night night = WholeNight.migrating().tellAs("anna", new Action.Withdraw("drain"));

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);
        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.PENDING);
        assertThat(night.phase("migrate").startedAt()).isNull();
        assertThat(night.tellAs("ben", new Action.Go("drain")).phase("migrate").state())
                .isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void itIsTooLateOnceTheScriptWasSeen() {
        Night night = WholeNight.migrating().logs(WholeNight.LOG, "api-1", "ke - In progress");

        assertThat(night.tellAs("anna", new Action.Withdraw("drain")).refusal().problems())
                .containsExactly(
                        "Too late: something was done or seen since drain was passed, which a word does not undo.");
        assertThat(night.phase("migrate").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void onlyWhatWasSaidCanBeTakenBack() {
        assertThat(WholeNight.migrating()
                        .tellAs("ben", new Action.Withdraw("drain"))
                        .refusal()
                        .problems())
                .containsExactly("ben said nothing about drain that could be taken back.");
    }

    @Test
    void onlyWhoIsBehindTheRoleMaySayGoOrNoGo() {
        Night night = WholeNight.awaitingGo();

        assertThat(night.tellAs("eve", new Action.Go("drain")).refusal().problems())
                .containsExactly("This is for lead to say: anna, ben.");
        assertThat(night.tellAs("eve", new Action.NoGo("drain")).refusal().status())
                .isEqualTo(403);
        assertThat(night.tellAs("ben", new Action.NoGo("drain"))
                        .phase("drain")
                        .gate()
                        .decision()
                        .said())
                .extracting(Said::go)
                .containsExactly(false);
    }

    @Test
    void whoActedInTheMigrationMayNotApproveIt() {
        String plan = WholeNight.PLAN.replace("lead: {people: [anna], backup: [ben]}", "lead: {people: [anna, cleo]}");
        Night night = Night.of(plan)
                .tellAs("anna", new Action.Start())
                .tellAs("anna", new Action.Skip("prepare"))
                .tellAs("anna", new Action.Skip("close"))
                .sees("db", "db", "sessions", 0)
                .after(2)
                .tellAs("cleo", new Action.Go("drain"))
                .tellAs("anna", new Action.Skip("migrate"));

        assertThat(night.tellAs("cleo", new Action.Go("verify")).refusal().problems())
                .containsExactly("cleo had a part in migrate, and the plan wants somebody else to approve this.");
    }

    @Test
    void whatWasSaidOfAGateThatAsksForSomethingElseNowIsAskedAgain() {
        Night night = verified().tellAs("cleo", new Action.Go("verify"));
        String other = WholeNight.PLAN.replace(
                "{any: [{check: db, is: migrating}, {check: db, is: normal}]}, {tasks: all}",
                "{check: db, is: migrating}, {tasks: all}");

        night.tellAs("anna", new Action.LoadPlan(other, RunMode.SIMULATION, List.of()));

        assertThat(night.phase("verify").gate().decision().said()).isEmpty();
    }

    @Test
    void whatWasSaidStaysSaidWhenThePlanChangesElsewhere() {
        Night night = verified().tellAs("cleo", new Action.Go("verify"));
        String other = WholeNight.PLAN.replace("estimate: 30m", "estimate: 40m");

        night.tellAs("anna", new Action.LoadPlan(other, RunMode.SIMULATION, List.of()));

        assertThat(night.phase("verify").gate().decision().said()).hasSize(1);
    }
}
