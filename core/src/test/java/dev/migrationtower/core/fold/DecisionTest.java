package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.View.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {

    @Test
    void goPassesThePhaseAndSaysWhoAndWhy() {
        Night night = Night.awaiting().tell("ada", new Action.Go("drain"), "all quiet", null);

        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.PASSED);
        assertThat(night.only(EventType.DECISION_RECORDED).by()).isEqualTo("ada");
        assertThat(night.phase("drain").gate().decision().said())
                .singleElement()
                .satisfies(said -> {
                    assertThat(said.by()).isEqualTo("ada");
                    assertThat(said.reason()).isEqualTo("all quiet");
                });
    }

    @Test
    void noGoKeepsThePhaseWaitingAndALaterGoPassesIt() {
        Night night = Night.awaiting().tell(new Action.NoGo("drain"));
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);

        assertThat(night.tell(new Action.Go("drain")).phase("drain").state()).isEqualTo(PhaseState.PASSED);
    }

    @Test
    void goOnAGateThatSaysNoGoIsRefusedWithWhatIsMissing() {
        Night night = Night.draining().sees("db", "db", "sessions", 3).tell(new Action.Go("drain"));

        Rejection rejection = night.refusal();
        assertThat(rejection.status()).isEqualTo(409);
        assertThat(String.join(" ", rejection.problems())).contains("db/db: expected sessions == 0, saw sessions 3");
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void goOnAGateThatChangedSinceIsRefusedWithWhatChanged() {
        Night night = Night.awaiting();
        long seen = night.run().memory().revision();
        night.sees("db", "db", "sessions", 2)
                .after(1)
                .sees("db", "db", "sessions", 0)
                .after(2);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);

        night.tell("ada", new Action.Go("drain"), "go", seen);

        Rejection rejection = night.refusal();
        assertThat(rejection.status()).isEqualTo(409);
        assertThat(rejection.problems().getFirst()).contains("changed after you looked");
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);
    }

    @Test
    void anInconclusiveGateIsPassedByAPersonWithAReasonOnly() {
        Night night = Night.draining();

        night.tell("ada", new Action.Go("drain"), " ", null);
        assertThat(night.refusal().status()).isEqualTo(422);

        night.tell("ada", new Action.Go("drain"), "I asked the database myself", null);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.PASSED);
        assertThat(night.events()).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo(EventType.PHASE_PASSED);
            assertThat(event.reason()).contains("I asked the database myself").contains("not everything could be seen");
        });
    }

    @Test
    void aPhaseThatIsNotUnderWayCannotBeDecided() {
        Night night = Night.started().tell(new Action.Go("reopen"));

        assertThat(night.refusal().problems().getFirst()).contains("it is pending");
    }

    @Test
    void aPhaseThatDoesNotExistIsNamed() {
        Night night = Night.started().tell(new Action.Go("lunch"));

        assertThat(night.refusal().status()).isEqualTo(422);
    }

    @Test
    void severalApprovalsAreBySeveralPeople() throws Exception {
        Night night = new Night()
                .tell(new Action.LoadPlan(
                        Night.PLAN.replace("role: lead", "role: lead, approvals: 2"), RunMode.REHEARSAL, List.of()))
                .tell(new Action.Start());
        night.sees("app", "one", "status", 503)
                .sees("app", "two", "status", 503)
                .after(2)
                .sees("db", "db", "sessions", 0)
                .after(2);

        night.tell("ada", new Action.Go("drain"), "go", null).tell("ada", new Action.Go("drain"), "go!", null);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.AWAITING_DECISION);

        night.tell("bob", new Action.Go("drain"), "go", null);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.PASSED);
    }

    @Test
    void theSameCommandIsCarriedOutOnce() {
        Night night = Night.loaded();
        Command comment =
                new Command("same", Night.RUN, night.now(), "ada", null, null, new Action.Comment("hello"), null);

        night.repeat(comment).repeat(comment);

        assertThat(night.only(EventType.COMMENT_POSTED).cause()).isEqualTo("same");
        assertThat(night.last().ignored()).isEqualTo("the command was answered before");
    }

    @Test
    void aRunStartsOnce() {
        Night night = Night.started().tell(new Action.Start());

        assertThat(night.refusal().status()).isEqualTo(409);
    }
}
