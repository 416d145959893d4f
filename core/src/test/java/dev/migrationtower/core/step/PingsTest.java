package dev.migrationtower.core.step;

import static dev.migrationtower.core.step.Listener.afterwards;
import static dev.migrationtower.core.step.Listener.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.Signal;
import org.junit.jupiter.api.Test;

class PingsTest {

    @Test
    void pingsSayTheSameAsLines() {
        Listener listener = afterwards().isPinged(10, "alter-ke", Signal.START);
        assertThat(listener.step("alter-ke").startedAt()).isEqualTo(second(10));

        listener.isPinged(20, "alter-ke", Signal.ALIVE, 40.5);
        assertThat(listener.step("alter-ke").percent()).isEqualTo(40.5);
        assertThat(listener.lane().aliveAt()).isEqualTo(second(20));

        listener.isPinged(30, "alter-ke", Signal.FAIL);
        assertThat(listener.step("alter-ke").state()).isEqualTo(StepState.FAILED);

        listener.isPinged(40, "alter-ke", Signal.DONE);
        assertThat(listener.step("alter-ke").state()).isEqualTo(StepState.DONE);
    }

    @Test
    void aSignOfLifeOfAStepIsASignThatItRuns() {
        StepView step = afterwards().isPinged(10, "alter-ke", Signal.ALIVE).step("alter-ke");

        assertThat(step.state()).isEqualTo(StepState.RUNNING);
        assertThat(step.startedAt()).isNull();
        assertThat(step.percent()).isNull();
    }

    @Test
    void aPingForAStepThatThePlanDoesNotHaveIsUnmatched() {
        Lane lane = afterwards().isPinged(10, "alter-kee", Signal.DONE).lane();

        assertThat(lane.unmatched()).isEqualTo(1);
        assertThat(lane.samples()).containsExactly("ping: done of alter-kee");
    }
}
