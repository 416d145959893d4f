package dev.migrationtower.core.step;

import static dev.migrationtower.core.step.Listener.ANSWERS;
import static dev.migrationtower.core.step.Listener.BEGUN;
import static dev.migrationtower.core.step.Listener.DONE;
import static dev.migrationtower.core.step.Listener.FLASH;
import static dev.migrationtower.core.step.Listener.KE;
import static dev.migrationtower.core.step.Listener.afterwards;
import static dev.migrationtower.core.step.Listener.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.LaneView.State;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void aFailureLineFailsTheStepThatBeganLast() {
        Listener listener =
                afterwards().hears(10, KE + BEGUN).hears(20, ANSWERS + BEGUN).hears(30, "FATAL: out of disk");

        assertThat(listener.step("alter-ke").state()).isEqualTo(StepState.RUNNING);
        StepView failed = listener.step("alter-answers");
        assertThat(failed.state()).isEqualTo(StepState.FAILED);
        assertThat(failed.endedAt()).isEqualTo(second(30));
        assertThat(failed.evidence()).isEqualTo("FATAL: out of disk");
        assertThat(listener.lane().state()).isEqualTo(State.FAILED);
    }

    @Test
    void theFirstOfManyFailureLinesIsTheOneThatIsTold() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .hears(20, "error: deadlock detected")
                .hears(20.001, "  at error.js:7")
                .step("alter-ke");

        assertThat(step.evidence()).isEqualTo("error: deadlock detected");
    }

    @Test
    void doneBeatsAnEarlierFailureWithinTheAttempt() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .hears(20, "1 error, going on")
                .hears(30, KE + DONE)
                .step("alter-ke");

        assertThat(step.state()).isEqualTo(StepState.DONE);
        assertThat(step.attempt()).isEqualTo(1);
    }

    @Test
    void aFailureWhileNothingRunsFailsTheLaneUntilSomethingBegins() {
        Listener listener =
                afterwards().hears(10, KE + BEGUN).hears(20, KE + DONE).hears(30, "error: connection lost");

        assertThat(listener.lane().state()).isEqualTo(State.FAILED);
        assertThat(listener.lane().failure()).isEqualTo("error: connection lost");
        assertThat(listener.step("alter-ke").state()).isEqualTo(StepState.DONE);

        assertThat(listener.hears(40, FLASH + BEGUN).lane().failure()).isNull();
    }

    @Test
    void aRetryInTheMillisecondOfTheFailureRuns() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .hears(20, "error: deadlock detected")
                .hears(20, KE + BEGUN)
                .step("alter-ke");

        assertThat(step.state()).isEqualTo(StepState.RUNNING);
        assertThat(step.attempt()).isEqualTo(2);
    }

    @Test
    void aDoneThatIsRepeatedDoesNotMakeAFailureAfterItGood() {
        Listener listener = afterwards()
                .hears(10, KE + BEGUN)
                .hears(20, KE + DONE)
                .hears(30, "error: could not commit")
                .hears(60, KE + DONE);

        assertThat(listener.lane().state()).isEqualTo(State.FAILED);
    }
}
