package dev.migrationtower.core.step;

import static dev.migrationtower.core.step.Listener.BEGUN;
import static dev.migrationtower.core.step.Listener.DONE;
import static dev.migrationtower.core.step.Listener.FLASH;
import static dev.migrationtower.core.step.Listener.KE;
import static dev.migrationtower.core.step.Listener.SEQ;
import static dev.migrationtower.core.step.Listener.afterwards;
import static dev.migrationtower.core.step.Listener.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.Signal;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    @Test
    void aStepGoesFromItsStartToItsEnd() {
        Listener listener = afterwards().hears(10, KE + BEGUN);
        assertThat(listener.step("alter-ke").state()).isEqualTo(StepState.RUNNING);
        assertThat(listener.step("alter-flash").state()).isEqualTo(StepState.PENDING);

        StepView done = listener.hears(30_610, KE + DONE).step("alter-ke");

        assertThat(done)
                .isEqualTo(new StepView(
                        "alter-ke", StepState.DONE, 1, second(10), second(30_610), 100.0, second(30_610), KE + DONE));
    }

    @Test
    void aRetryIsASecondAttemptAndStillDone() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .hears(20, "error: deadlock detected")
                .hears(21, KE + BEGUN)
                .hears(30, KE + DONE)
                .step("alter-ke");

        assertThat(step.state()).isEqualTo(StepState.DONE);
        assertThat(step.attempt()).isEqualTo(2);
        assertThat(step.startedAt()).isEqualTo(second(21));
    }

    @Test
    void aDoneThatIsRepeatedIsStillOneDone() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .hears(20, KE + DONE)
                .hears(60, KE + DONE)
                .hears(120, KE + DONE)
                .step("alter-ke");

        assertThat(step.state()).isEqualTo(StepState.DONE);
        assertThat(step.attempt()).isEqualTo(1);
        assertThat(step.endedAt()).isEqualTo(second(20));
    }

    @Test
    void aStartWhileItRunsIsANewAttempt() {
        StepView step =
                afterwards().hears(10, KE + BEGUN).hears(100, KE + BEGUN).step("alter-ke");

        assertThat(step.attempt()).isEqualTo(2);
        assertThat(step.startedAt()).isEqualTo(second(100));
    }

    @Test
    void aStartPrintedTwiceIsOneAttempt() {
        Listener listener = afterwards().hears(10, KE + BEGUN).hears(14, KE + BEGUN);

        assertThat(listener.step("alter-ke").attempt()).isEqualTo(1);
    }

    @Test
    void aDoneWhoseStartWasNotSeenIsDoneAndItsStartStaysUnknown() {
        StepView step = afterwards().hears(20, KE + DONE).step("alter-ke");

        assertThat(step.state()).isEqualTo(StepState.DONE);
        assertThat(step.startedAt()).isNull();
    }

    @Test
    void newerLinesBeforeOlderOnesChangeNothing() {
        Listener shuffled = afterwards()
                .hears(40, FLASH + DONE)
                .hears(30, FLASH + BEGUN)
                .hears(20, KE + DONE)
                .hears(10, KE + BEGUN);
        Listener inOrder = afterwards()
                .hears(10, KE + BEGUN)
                .hears(20, KE + DONE)
                .hears(30, FLASH + BEGUN)
                .hears(40, FLASH + DONE);

        assertThat(shuffled.memory()).isEqualTo(inOrder.memory());
        assertThat(shuffled.step("alter-flash").state()).isEqualTo(StepState.DONE);
    }

    @Test
    void aLineOfTheRehearsalNeverCounts() {
        Listener listener = afterwards()
                .hears(-86_400, SEQ + DONE)
                .hears(-1, "Connected to server")
                .isPinged(-10, "alter-ke", Signal.DONE);

        assertThat(listener.memory()).isEqualTo(LaneMemory.SILENT);
    }

    @Test
    void aStepLastsAsLongAsItLasts() {
        StepView step = Listener.at(90 * 86_400)
                .hears(10, KE + BEGUN)
                .hears(80 * 86_400, KE + DONE)
                .step("alter-ke");

        assertThat(step.state()).isEqualTo(StepState.DONE);
        assertThat(step.startedAt()).isEqualTo(second(10));
    }

    @Test
    void aClockThatIsAheadBeginsNothingInTheFuture() {
        Listener listener = Listener.at(100).hears(700, KE + BEGUN).hears(705, KE + DONE);

        assertThat(listener.step("alter-ke").state()).isEqualTo(StepState.DONE);
        assertThat(listener.step("alter-ke").startedAt()).isEqualTo(second(100));
        assertThat(listener.lane().aliveAt()).isEqualTo(second(100));
    }
}
