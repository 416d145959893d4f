package dev.migrationtower.core.step;

import static dev.migrationtower.core.step.Listener.BEGUN;
import static dev.migrationtower.core.step.Listener.DONE;
import static dev.migrationtower.core.step.Listener.FLASH;
import static dev.migrationtower.core.step.Listener.KE;
import static dev.migrationtower.core.step.Listener.START;
import static dev.migrationtower.core.step.Listener.afterwards;
import static dev.migrationtower.core.step.Listener.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.plan.Script;
import dev.migrationtower.core.step.Happening.StepProgressed;
import dev.migrationtower.events.LaneView.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class HappeningsTest {
    private final Listener listener = afterwards();
    private Lane told = watched(0, true);

    @Test
    void aStepBeginsGoesOnAndEnds() {
        listener.hears(10, KE + BEGUN);
        assertThat(words(10)).containsExactly("lane api: alter-ke began", "lane api gave its first sign of life");

        listener.measures(20, 62.5);
        assertThat(words(20)).containsExactly("lane api: alter-ke is at 62.5 %");

        listener.hears(30_670, KE + DONE);
        assertThat(words(30_670)).containsExactly("lane api: alter-ke is done after 8 h 31 min");
    }

    @Test
    void whatBeganAndEndedSinceTheLastLookIsToldAsBoth() {
        listener.hears(10, KE + BEGUN).hears(20, KE + DONE).hears(21, FLASH + BEGUN);

        assertThat(words(30))
                .startsWith(
                        "lane api: alter-ke began",
                        "lane api: alter-ke is done after 10 s",
                        "lane api: alter-flash began");
    }

    @Test
    void aRetryTellsItsNumberAndAFailureItsLine() {
        listener.hears(10, KE + BEGUN).hears(20, KE + BEGUN).hears(30, "error: deadlock detected");

        assertThat(words(30))
                .startsWith(
                        "lane api: alter-ke began, attempt 2",
                        "lane api: alter-ke failed, attempt 2: error: deadlock detected");
    }

    @Test
    void aFailureWhileNothingRunsIsTheLanes() {
        listener.hears(10, "fatal: no such host");

        assertThat(words(10)).containsExactly("lane api failed while no step ran: fatal: no such host");
    }

    @Test
    void silenceIsToldWithItsLengthAndItsEndToo() {
        listener.hears(100, "alive");
        words(100);

        assertThat(words(403)).containsExactly("lane api is late: no sign of life for 5 min 3 s");
        assertThat(words(1000))
                .containsExactly("lane api is lost: no sign of life for 15 min; look whether its container still runs");
        listener.hears(1001, "alive");
        assertThat(words(1001)).containsExactly("lane api gives signs of life again");
    }

    @Test
    void losingSightIsNotLosingTheLane() {
        listener.hears(100, "alive");
        words(100);

        assertThat(words(5000, false))
                .containsExactly("lane api cannot be seen: none of its sources can be read, its silence means nothing");
        assertThat(words(5010, false)).isEmpty();
        listener.hears(5020, "alive");
        assertThat(words(5020)).containsExactly("lane api can be seen again");
    }

    @Test
    void linesNobodyUnderstandsAreToldTogether() {
        listener.hears(10, "alive");
        words(10);
        listener.hears(11, "Connected to server").hears(12, "3 tables");

        assertThat(words(12)).containsExactly("lane api: 2 lines, the last of them nobody understands: 3 tables");
    }

    @Test
    void whatWasLeftOutIsToldTheNextTime() {
        listener.hears(10, KE + BEGUN);
        words(10);
        Lane last = told;
        listener.measures(20, 10);
        assertThat(Happenings.between(last, watched(20, true))).allMatch(Happening::mayWait);

        listener.measures(21, 11);

        assertThat(Happenings.between(last, watched(21, true))).singleElement().satisfies(happening -> {
            assertThat(happening).isInstanceOf(StepProgressed.class);
            assertThat(happening.words()).isEqualTo("lane api: alter-ke is at 11 %");
        });
    }

    @Test
    void whatIsLearntLateIsToldToo() {
        listener.hears(20, KE + DONE);
        assertThat(words(20)).startsWith("lane api: alter-ke is done, its start was not seen");

        listener.hears(10, KE + BEGUN);

        assertThat(words(30)).containsExactly("lane api: alter-ke is at 100 %");
    }

    @Test
    void aScriptWithoutLanesIsCalledTheScript() {
        assertThat(Spoken.lane(Script.ONLY_LANE)).isEqualTo("the script");
    }

    @Test
    void aLaneThatFailsDidNotRecover() {
        listener.hears(10, KE + BEGUN);
        words(400);
        assertThat(told.state()).isEqualTo(State.LATE);

        listener.hears(401, "error");

        assertThat(words(401)).containsExactly("lane api: alter-ke failed: error");
    }

    private List<String> words(double now) {
        return words(now, true);
    }

    private List<String> words(double now, boolean seen) {
        Lane before = told;
        told = watched(now, seen);
        return Happenings.between(before, told).stream().map(Happening::words).toList();
    }

    private Lane watched(double now, boolean seen) {
        return listener.lane(new Watch(START, seen, second(now)));
    }
}
