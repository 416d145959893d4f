package dev.migrationtower.core.step;

import static dev.migrationtower.core.step.Listener.BEGUN;
import static dev.migrationtower.core.step.Listener.DONE;
import static dev.migrationtower.core.step.Listener.KE;
import static dev.migrationtower.core.step.Listener.afterwards;
import static dev.migrationtower.core.step.Listener.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Json;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import org.junit.jupiter.api.Test;

class SignsTest {

    @Test
    void aNightOfProgressIsKeptInTwoSigns() {
        Listener listener = afterwards().hears(10, KE + BEGUN);
        for (int i = 0; i < 1000; i++) {
            listener.measures(100 + i, i / 10.0);
        }

        assertThat(listener.memory().signs().inOrder()).hasSize(3);
        assertThat(listener.step("alter-ke").percent()).isEqualTo(99);
    }

    @Test
    void aProgressThatCountsDownDoesNotFallHoweverLong() {
        Listener listener = afterwards().hears(10, KE + BEGUN);
        for (int i = 0; i < 900; i++) {
            listener.measures(100 + i, 95 - i / 10.0);
        }

        assertThat(listener.memory().signs().inOrder()).hasSize(1 + Signs.KEPT_OF_EACH);
        assertThat(listener.step("alter-ke").percent()).isEqualTo(95);
    }

    @Test
    void aFloodOfFailuresForgetsNeitherTheFirstNorTheRetry() {
        Listener listener = afterwards().hears(10, KE + BEGUN);
        for (int i = 0; i < 300; i++) {
            listener.hears(20 + i, "error " + i);
        }
        StepView failed = listener.step("alter-ke");
        StepView retried =
                listener.hears(400, KE + BEGUN).hears(410, "error again").step("alter-ke");

        assertThat(listener.memory().signs().inOrder()).hasSizeLessThanOrEqualTo(2 + Signs.KEPT_OF_EACH);
        assertThat(failed.endedAt()).isEqualTo(second(20));
        assertThat(failed.evidence()).isEqualTo("error 0");
        assertThat(retried.attempt()).isEqualTo(2);
        assertThat(retried.state()).isEqualTo(StepState.FAILED);
        assertThat(retried.endedAt()).isEqualTo(second(410));
    }

    @Test
    void endlessRetriesLoseTheirNumberNotTheirEnd() {
        Listener listener = afterwards();
        for (int i = 0; i < 250; i++) {
            listener.hears(100 * i, KE + BEGUN).hears(100 * i + 50, "error " + i);
        }
        StepView done =
                listener.hears(26_000, KE + BEGUN).hears(26_100, KE + DONE).step("alter-ke");

        assertThat(done.attempt()).isBetween(Signs.KEPT_OF_EACH, Signs.KEPT_OF_EACH + 1);
        assertThat(done.state()).isEqualTo(StepState.DONE);
        assertThat(done.startedAt()).isEqualTo(second(26_000));
    }

    @Test
    void aChattyScriptIsCountedButNotKept() {
        Listener listener = afterwards();
        for (int i = 0; i < 300; i++) {
            listener.hears(i, "row " + i + " ".repeat(1_000));
        }
        for (int i = 150; i < 300; i++) {
            listener.hears(i, "row " + i + " ".repeat(1_000));
        }

        assertThat(listener.lane().unmatched()).isEqualTo(300);
        assertThat(Json.write(listener.memory())).hasSizeLessThan(100_000);
    }
}
