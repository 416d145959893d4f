package dev.migrationtower.core.step;

import static dev.migrationtower.core.step.Listener.ANSWERS;
import static dev.migrationtower.core.step.Listener.BEGUN;
import static dev.migrationtower.core.step.Listener.DONE;
import static dev.migrationtower.core.step.Listener.FLASH;
import static dev.migrationtower.core.step.Listener.KE;
import static dev.migrationtower.core.step.Listener.afterwards;
import static dev.migrationtower.core.step.Listener.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import org.junit.jupiter.api.Test;

class StepProgressTest {

    @Test
    void progressDoesNotFallOnFailover() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .measures(1000, 62.5)
                .measures(1010, 0)
                .measures(1020, 3)
                .step("alter-ke");

        assertThat(step.percent()).isEqualTo(62.5);
        assertThat(step.percentAt()).isEqualTo(second(1000));
        assertThat(step.evidence()).isEqualTo("62.5 % rewritten");
    }

    @Test
    void aNewAttemptBeginsItsProgressAnew() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .measures(1000, 62)
                .hears(1100, KE + BEGUN)
                .measures(1110, 3)
                .step("alter-ke");

        assertThat(step.attempt()).isEqualTo(2);
        assertThat(step.percent()).isEqualTo(3);
    }

    @Test
    void theLastWordOnTheAttemptBeforeIsNotTheFirstOnTheRetry() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .hears(1100, KE + BEGUN)
                .measures(1101, 62)
                .step("alter-ke");

        assertThat(step.percent()).isNull();
    }

    @Test
    void itIsNotEightySevenPercentWhenFinished() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .measures(1000, 87)
                .hears(1100, KE + DONE)
                .step("alter-ke");

        assertThat(step.percent()).isEqualTo(100);
        assertThat(step.percentAt()).isEqualTo(second(1100));
    }

    @Test
    void itIsNotAHundredPercentBeforeItIsFinished() {
        Listener listener = afterwards().hears(10, KE + BEGUN).measures(1000, 100);

        assertThat(listener.step("alter-ke").percent()).isEqualTo(99);
    }

    @Test
    void silenceIsSaidNotExtrapolated() {
        StepView step = afterwards()
                .hears(10, KE + BEGUN)
                .measures(1000, 40)
                .hears(80_000, "alive")
                .step("alter-ke");

        assertThat(step.percent()).isEqualTo(40);
        assertThat(step.percentAt()).isEqualTo(second(1000));
    }

    @Test
    void aProbesPercentIsOfTheStepThatBeganLastOfThoseItCanSee() {
        Listener listener = afterwards()
                .hears(10, KE + BEGUN)
                .hears(20, KE + DONE)
                .hears(30, ANSWERS + BEGUN)
                .hears(31, FLASH + BEGUN)
                .measures(40, 12);

        assertThat(listener.step("alter-answers").percent()).isEqualTo(12);
        assertThat(listener.step("alter-flash").percent()).isNull();
        assertThat(listener.step("alter-ke").percent()).isEqualTo(100);
    }

    @Test
    void aProbeThatSeesProgressBeginsNoStep() {
        assertThat(afterwards().measures(40, 12).step("alter-ke").state()).isEqualTo(StepState.PENDING);
    }

    @Test
    void aProgressThatBrokeIsNotPassedOverInSilence() {
        Listener listener = afterwards().hears(10, KE + BEGUN).hears(20, KE + "undefined%");

        assertThat(listener.step("alter-ke").percent()).isNull();
        assertThat(listener.lane().samples()).containsExactly(KE + "undefined%");
    }
}
