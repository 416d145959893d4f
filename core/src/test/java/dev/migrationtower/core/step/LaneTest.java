package dev.migrationtower.core.step;

import static dev.migrationtower.core.step.Listener.ANSWERS;
import static dev.migrationtower.core.step.Listener.BEGUN;
import static dev.migrationtower.core.step.Listener.DONE;
import static dev.migrationtower.core.step.Listener.FLASH;
import static dev.migrationtower.core.step.Listener.HOST;
import static dev.migrationtower.core.step.Listener.KE;
import static dev.migrationtower.core.step.Listener.SEQ;
import static dev.migrationtower.core.step.Listener.START;
import static dev.migrationtower.core.step.Listener.afterwards;
import static dev.migrationtower.core.step.Listener.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.migrationtower.core.plan.Script;
import dev.migrationtower.events.Json;
import dev.migrationtower.events.LaneView.State;
import dev.migrationtower.events.Outcome.LogLine;
import dev.migrationtower.events.Signal;
import dev.migrationtower.events.UnreadableException;
import dev.migrationtower.events.Verdict;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final double MINUTE = 60;

    @Test
    void eachHostHasItsLane() {
        Listener listener = afterwards()
                .hears("1", HOST, 10, KE + BEGUN)
                .hears("1", "pix-datawarehouse-production-one-off-7", 20, KE + DONE);

        assertThat(listener.lane().steps().getFirst().state().word()).isEqualTo("running");
        assertThat(listener.datawarehouse().steps().getFirst().state().word()).isEqualTo("done");
    }

    @Test
    void aLineOfAHostThatNoLaneKnowsIsAStray() {
        Listener listener = afterwards()
                .hears("1", "pix-api-production-web-1", 10, KE + DONE)
                .hears("1", new LogLine("no-host", second(11), null, KE + DONE));

        assertThat(listener.memory()).isEqualTo(LaneMemory.SILENT);
        assertThat(listener.strays()).extracting(LogLine::at).containsExactly(second(10), second(11));
    }

    @Test
    void aSourceThatNamesItsLaneNeedsNoHost() {
        Listener listener = afterwards().hears("2", new LogLine("x", second(10), null, KE + DONE));

        assertThat(listener.lane().standing("alter-ke")).isEqualTo(Verdict.MET);
    }

    @Test
    void aLaneThatOnlySaysAliveIsNotForgotten() {
        Lane lane = Listener.at(100).hears(90, "alive").lane();

        assertThat(lane.state()).isEqualTo(State.ALIVE);
        assertThat(lane.aliveAt()).isEqualTo(second(90));
    }

    // --- silence

    @Test
    void silenceMakesItLateThenLost() {
        Listener listener = afterwards().hears(100, "alive");

        assertThat(state(listener, 100 + 5 * MINUTE - 1)).isEqualTo(State.ALIVE);
        assertThat(state(listener, 100 + 5 * MINUTE)).isEqualTo(State.LATE);
        assertThat(state(listener, 100 + 15 * MINUTE - 1)).isEqualTo(State.LATE);
        assertThat(state(listener, 100 + 15 * MINUTE)).isEqualTo(State.LOST);
    }

    @Test
    void whenTimeAloneChangesItIsKnownBefore() {
        Listener listener = afterwards().hears(100, "alive");

        assertThat(watched(listener, 200).changesAt()).isEqualTo(second(100 + 5 * MINUTE));
        assertThat(watched(listener, 100 + 5 * MINUTE).changesAt()).isEqualTo(second(100 + 15 * MINUTE));
        assertThat(watched(listener, 100 + 15 * MINUTE).changesAt()).isNull();
    }

    @Test
    void beforeTheFirstSignSilenceCountsFromTheStartOfThePhase() {
        Listener listener = afterwards();
        Watch early = new Watch(second(1000), true, second(1000 + 5 * MINUTE - 1));
        Watch late = new Watch(second(1000), true, second(1000 + 5 * MINUTE));

        assertThat(listener.lane(early).state()).isEqualTo(State.PENDING);
        assertThat(listener.lane(late).state()).isEqualTo(State.LATE);
    }

    @Test
    void aSignBeforeThePhaseIsNoExcuseToCallItLateAtItsStart() {
        Listener listener = afterwards().hears(10, "alive");

        assertThat(listener.lane(new Watch(second(1000), true, second(1001))).state())
                .isEqualTo(State.ALIVE);
    }

    @Test
    void nobodyWaitsBeforeThePhaseBegins() {
        Watch before = new Watch(null, true, second(80_000));

        assertThat(afterwards().lane(before).state()).isEqualTo(State.PENDING);
        assertThat(afterwards().hears(10, "alive").lane(before).state()).isEqualTo(State.ALIVE);
        assertThat(afterwards().hears(10, "alive").lane(before).changesAt()).isNull();
    }

    @Test
    void whoCannotSeeDoesNotTakeSilenceForDeath() {
        Watch blind = new Watch(START, false, second(80_000));

        assertThat(afterwards().hears(10, "alive").lane(blind).state()).isEqualTo(State.UNKNOWN);
        assertThat(afterwards().lane(blind).state()).isEqualTo(State.UNKNOWN);
        assertThat(afterwards().lane(blind).changesAt()).isNull();
    }

    @Test
    void aScriptWithoutHeartbeatIsNeverLate() {
        Script silent = new Script(
                Listener.SCRIPT.lanes(),
                Listener.SCRIPT.follow(),
                null,
                null,
                Listener.SCRIPT.ignore(),
                Listener.SCRIPT.steps());
        Lane lane = Lane.of(
                silent, "api", afterwards().hears(10, KE + BEGUN).memory(), new Watch(START, true, second(80_000)));

        assertThat(lane.state()).isEqualTo(State.ALIVE);
        assertThat(lane.changesAt()).isNull();
    }

    @Test
    void whatIsFinishedMayBeSilent() {
        Listener listener = afterwards()
                .hears(10, KE + DONE)
                .hears(20, FLASH + DONE)
                .hears(30, ANSWERS + DONE)
                .hears(40, SEQ + DONE);

        assertThat(listener.lane().state()).isEqualTo(State.FINISHED);
        assertThat(listener.lane().changesAt()).isNull();
        assertThat(listener.lane().percent()).isEqualTo(100);
    }

    @Test
    void aFailureAfterTheLastStepIsNotFinished() {
        Listener listener = afterwards()
                .hears(10, KE + DONE)
                .hears(20, FLASH + DONE)
                .hears(30, ANSWERS + DONE)
                .hears(40, SEQ + DONE)
                .hears(41, "error: could not commit");

        assertThat(listener.lane().state()).isEqualTo(State.FAILED);
    }

    // --- how far it is

    @Test
    void eachStepWeighsAsMuchAsItTakes() {
        Lane lane = afterwards()
                .hears(10, KE + DONE)
                .hears(20, FLASH + DONE)
                .hears(30, ANSWERS + BEGUN)
                .measures(40, 50)
                .lane();

        double hours = 8.5 + 4 + 20.0 / 3600;
        assertThat(lane.percent()).isCloseTo(100 * (8.5 + 2 + 10.0 / 3600) / hours, within(0.001));
    }

    @Test
    void aLaneIsNotAHundredPercentBeforeItsLastStep() {
        Lane lane = afterwards()
                .hears(10, KE + DONE)
                .hears(20, FLASH + DONE)
                .hears(30, ANSWERS + DONE)
                .lane();

        assertThat(lane.percent()).isEqualTo(99);
    }

    // --- what a gate asks

    @Test
    void aStepIsMetWhenDoneNotMetWhenSeenAndUnknownWhenNobodyCanSee() {
        Listener listener = afterwards().hears(10, KE + DONE).hears(20, ANSWERS + BEGUN);
        Lane seen = listener.lane(new Watch(START, true, second(30)));
        Lane blind = listener.lane(new Watch(START, false, second(30)));

        assertThat(seen.standing("alter-ke")).isEqualTo(Verdict.MET);
        assertThat(seen.standing("alter-answers")).isEqualTo(Verdict.NOT_MET);
        assertThat(seen.standing("alter-seq")).isEqualTo(Verdict.NOT_MET);
        assertThat(blind.standing("alter-ke")).isEqualTo(Verdict.MET);
        assertThat(blind.standing("alter-answers")).isEqualTo(Verdict.UNKNOWN);
    }

    // --- lines nobody understands

    @Test
    void linesNobodyUnderstandsAreCountedAndShown() {
        Listener listener = afterwards();
        for (int i = 0; i < 8; i++) {
            listener.hears(i, "Connected to server " + i % 6);
        }

        assertThat(listener.lane().unmatched()).isEqualTo(8);
        assertThat(listener.lane().samples())
                .containsExactly(
                        "Connected to server 1",
                        "Connected to server 0",
                        "Connected to server 5",
                        "Connected to server 4",
                        "Connected to server 3");
    }

    @Test
    void aLineThatComesAgainIsNotCountedAgain() {
        Listener listener = afterwards().hears(10, "Connected to server").hears(10, "Connected to server");

        assertThat(listener.lane().unmatched()).isEqualTo(1);
    }

    // --- as it is kept and shown

    @Test
    void theMemoryOutlivesAJourneyThroughJson() throws UnreadableException {
        LaneMemory memory = afterwards()
                .hears(10, KE + BEGUN)
                .measures(15, 12.5)
                .hears(20, "Connected to server")
                .hears(21, "error")
                .isPinged(30, "alter-ke", Signal.ALIVE, 40.0)
                .memory();

        assertThat(Json.read(Json.write(memory), LaneMemory.class)).isEqualTo(memory);
        assertThat(Json.read(Json.write(LaneMemory.SILENT), LaneMemory.class)).isEqualTo(LaneMemory.SILENT);
    }

    @Test
    void theViewKnowsSinceWhenTheStateIsSo() {
        Listener listener = afterwards().hears(100, "alive");
        var late = watched(listener, 500).view(watched(listener, 110).view(null));
        var later = watched(listener, 600).view(late);

        assertThat(late.since()).isEqualTo(second(500));
        assertThat(later.since()).isEqualTo(second(500));
        assertThat(later.state()).isEqualTo(State.LATE);
    }

    private static Lane watched(Listener listener, double now) {
        return listener.lane(new Watch(START, true, second(now)));
    }

    private static State state(Listener listener, double now) {
        return watched(listener, now).state();
    }
}
