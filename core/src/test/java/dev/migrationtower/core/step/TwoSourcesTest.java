package dev.migrationtower.core.step;

import static dev.migrationtower.core.step.Listener.BEGUN;
import static dev.migrationtower.core.step.Listener.DONE;
import static dev.migrationtower.core.step.Listener.HOST;
import static dev.migrationtower.core.step.Listener.KE;
import static dev.migrationtower.core.step.Listener.SEQ;
import static dev.migrationtower.core.step.Listener.afterwards;
import static dev.migrationtower.core.step.Listener.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import org.junit.jupiter.api.Test;

class TwoSourcesTest {

    @Test
    void theSameLinesOfTwoSourcesAreOneAttempt() {
        StepView step = afterwards()
                .hears("1", HOST, 10, KE + BEGUN)
                .hears("3", HOST, 12.5, KE + BEGUN)
                .hears("1", HOST, 20, KE + DONE)
                .hears("3", HOST, 22.5, KE + DONE)
                .step("alter-ke");

        assertThat(step.attempt()).isEqualTo(1);
        assertThat(step.endedAt()).isEqualTo(second(20));
    }

    @Test
    void aStepThatIsOverAtOnceIsOneAttemptThoughTwoSourcesTellOfIt() {
        StepView step = afterwards()
                .hears("1", HOST, 10, SEQ + BEGUN)
                .hears("1", HOST, 10.05, SEQ + DONE)
                .hears("3", HOST, 11, SEQ + BEGUN)
                .hears("3", HOST, 11.05, SEQ + DONE)
                .step("alter-seq");

        assertThat(step.state()).isEqualTo(StepState.DONE);
        assertThat(step.attempt()).isEqualTo(1);
    }

    @Test
    void aRetryAtOnceIsNoEchoOfTheFirstAttempt() {
        Listener listener = afterwards();
        for (String source : new String[] {"1", "3"}) {
            double late = source.equals("1") ? 0 : 2.5;
            listener.hears(source, HOST, 10 + late, KE + BEGUN)
                    .hears(source, HOST, 11 + late, "error: deadlock detected")
                    .hears(source, HOST, 12 + late, KE + BEGUN);
        }

        assertThat(listener.step("alter-ke").state()).isEqualTo(StepState.RUNNING);
        assertThat(listener.step("alter-ke").attempt()).isEqualTo(2);
        assertThat(listener.step("alter-ke").startedAt()).isEqualTo(second(12));
    }

    @Test
    void aLineThatOneSourceLostIsTakenFromTheOther() {
        StepView step = afterwards()
                .hears("1", HOST, 10.05, SEQ + DONE)
                .hears("3", HOST, 11, SEQ + BEGUN)
                .hears("3", HOST, 11.05, SEQ + DONE)
                .step("alter-seq");

        assertThat(step.state()).isEqualTo(StepState.DONE);
        assertThat(step.attempt()).isEqualTo(1);
    }
}
