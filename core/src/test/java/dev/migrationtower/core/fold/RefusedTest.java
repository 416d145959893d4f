package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes no sense at the moment is refused, with what is so instead, and leaves nothing but that. */
class RefusedTest {
    /** All that is done to a run that is under way, or to a phase of it. */
    static Stream<Action> onlyUnderWay() {
        return Stream.of(
                new Action.Abort(),
                new Action.BeginRollback(),
                new Action.AbandonRollback(),
                new Action.Go("drain"),
                new Action.NoGo("drain"),
                new Action.Skip("drain"),
                new Action.Fail("drain"),
                new Action.Unfail("drain"),
                new Action.Waive("drain", "check/db", null),
                new Action.Unwaive("drain", "check/db"),
                new Action.Done("prepare", "tell", null));
    }

    @ParameterizedTest
    @MethodSource("onlyUnderWay")
    void aRunThatHasNotBegun(Action action) {
        Night night = WholeNight.loaded();

        assertThat(refusedBecause(night, action)).contains("scheduled");
        assertThat(night.run().view().state()).isEqualTo(RunState.SCHEDULED);
    }

    @ParameterizedTest
    @MethodSource("onlyUnderWay")
    void aRunThatIsAborted(Action action) {
        Night night = WholeNight.draining().tellAs("anna", new Action.Abort());

        assertThat(refusedBecause(night, action)).contains("aborted");
        assertThat(night.run().view().state()).isEqualTo(RunState.ABORTED);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void aWordIsNotTakenBackWhileTheRunIsAborted() {
        Night night = WholeNight.migrating().tellAs("anna", new Action.Abort());

        assertThat(refusedBecause(night, new Action.Withdraw("drain"))).contains("aborted");
        assertThat(refusedBecause(night, new Action.Unskip("drain"))).contains("aborted");
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.PASSED);
    }

    @Test
    void aPhaseThatIsNotInTheStateForIt() {
        Night night = WholeNight.draining();

        assertThat(refusedBecause(night, new Action.Go("close"))).contains("it is passed");
        assertThat(refusedBecause(night, new Action.NoGo("close"))).contains("it is passed");
        assertThat(refusedBecause(night, new Action.Skip("close")))
                .contains("It cannot be left out any more: close is passed.");
        assertThat(refusedBecause(night, new Action.Unskip("drain"))).contains("It is not left out: drain is active.");
        assertThat(refusedBecause(night, new Action.Fail("migrate")))
                .contains("Only what is under way can fail: migrate is pending.");
        assertThat(refusedBecause(night, new Action.Unfail("drain"))).contains("It did not fail: drain is active.");
        assertThat(night.phase("close").state()).isEqualTo(PhaseState.PASSED);
        assertThat(night.phase("drain").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void aPhaseThatThePlanDoesNotHave() {
        List<Action> actions = List.of(
                new Action.Go("lunch"),
                new Action.NoGo("lunch"),
                new Action.Skip("lunch"),
                new Action.Unskip("lunch"),
                new Action.Fail("lunch"),
                new Action.Unfail("lunch"),
                new Action.Withdraw("lunch"),
                new Action.Waive("lunch", "check/db", null),
                new Action.Unwaive("lunch", "check/db"),
                new Action.Done("lunch", "eat", null));
        Night night = WholeNight.preparing();

        assertThat(actions).allSatisfy(action -> {
            assertThat(refusedBecause(night, action)).isEqualTo("The plan has no phase \"lunch\".");
            assertThat(night.refusal().status()).isEqualTo(422);
        });
        assertThat(night.phase("prepare").state()).as("the first phase").isEqualTo(PhaseState.ACTIVE);
    }

    private static String refusedBecause(Night night, Action action) {
        return night.tellAs("anna", action).refusal().problems().getFirst();
    }
}
