package dev.migrationtower.dashboard.ping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Signal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PingTest {
    private static final Night NIGHT = new Night("night-1");

    @ParameterizedTest
    @EnumSource
    void everySignalIsTakenByItsWord(Signal signal) {
        assertThat(told("api", "alter-ke", signal.word(), null, ""))
                .isEqualTo(new Outcome.Ping("api", "alter-ke", signal, null, null));
    }

    @Test
    void percentAndTextAreKept() {
        assertThat(told("api", "alter-answers", "alive", "40.5", " 1.2 of 3 billion rows\n"))
                .isEqualTo(new Outcome.Ping("api", "alter-answers", Signal.ALIVE, 40.5, "1.2 of 3 billion rows"));
    }

    @Test
    void aPercentageThatIsLeftBlankIsNone() {
        assertThat(told("api", "alter-ke", "alive", "", "").percent()).isNull();
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        assertThat(told("api", "alter-ke", "fail", null, "x".repeat(5_000)).text())
                .hasSize(503)
                .endsWith("x...");
    }

    @Test
    void whatTheRunHasNotIs404AndNamesWhatItHas() {
        assertRefused(404, "no lane \"apii\" here, only api", "apii", "alter-ke", "start", null);
        assertRefused(404, "no step \"alter\" here, only alter-ke, alter-answers", "api", "alter", "start", null);
        assertRefused(404, "no signal \"stop\" here, only start, alive, done, fail", "api", "alter-ke", "stop", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.1", "NaN", "forty", "Infinity"})
    void aPercentageThatIsNoneIs422(String percent) {
        assertRefused(422, "from 0 to 100, not \"" + percent + "\"", "api", "alter-ke", "alive", percent);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_PROGRESS")
    void aPingThatWouldChangeNothingIs409(RunState state) {
        assertThatThrownBy(() -> new Ping("api", "alter-ke", "start", null, "").told(NIGHT.scripted(1, state)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(409))
                .hasMessageContaining("The run is " + state.word());
    }

    private static void assertRefused(
            int status, String words, String lane, String step, String signal, @Nullable String percent) {
        assertThatThrownBy(() -> told(lane, step, signal, percent, ""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(status))
                .hasMessageContaining(words);
    }

    private static Outcome.Ping told(String lane, String step, String signal, @Nullable String percent, String text) {
        return new Ping(lane, step, signal, percent, text).told(NIGHT.scripted(1, RunState.IN_PROGRESS));
    }
}
