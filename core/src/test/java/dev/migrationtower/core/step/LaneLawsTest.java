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

import dev.migrationtower.core.Reach;
import dev.migrationtower.events.LaneView.State;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Whatever a script says, in whichever order it comes: what must always be true of its lane. */
class LaneLawsTest {
    private static final List<String> STEPS = List.of(KE, FLASH, ANSWERS, SEQ);
    private static final List<String> LINES = List.of(
            KE + BEGUN,
            KE + DONE,
            FLASH + BEGUN,
            FLASH + DONE,
            ANSWERS + BEGUN,
            ANSWERS + DONE,
            SEQ + BEGUN,
            SEQ + DONE,
            "error: deadlock detected",
            "alive",
            "Start script",
            "Connected to server");

    /** Something that is said at a tenth of a second. */
    sealed interface Said {
        int at();

        record Line(int at, String text) implements Said {}

        record Percent(int at, int percent) implements Said {}

        record Measure(int at, int percent) implements Said {}

        record Ping(int at, Signal signal) implements Said {}

        default Listener to(Listener listener) {
            double second = at() / 10.0;
            return switch (this) {
                case Line line -> listener.hears(second, line.text);
                case Percent percent -> listener.hears(second, KE + percent.percent + "%");
                case Measure measure -> listener.measures(second, measure.percent);
                case Ping ping -> listener.isPinged(second, "alter-flash", ping.signal);
            };
        }

        /** What another source has of it, a little later; a measurement and a ping have no other source. */
        default void echo(Listener listener, int delay) {
            double second = (at() + delay) / 10.0;
            switch (this) {
                case Line line -> listener.hears("3", HOST, second, line.text);
                case Percent percent -> listener.hears("3", HOST, second, KE + percent.percent + "%");
                case Measure measure -> {}
                case Ping ping -> {}
            }
        }
    }

    @Provide
    Arbitrary<List<Said>> night() {
        return ending(said(600).list().ofMaxSize(40));
    }

    /**
     * A night in which each instant has one line at most, as two clocks cannot tell apart what is in one instant; and without pings,
     * which would be a third source.
     */
    @Provide
    Arbitrary<List<Said>> orderlyNight() {
        return ending(said(600)
                .filter(said -> !(said instanceof Said.Ping))
                .list()
                .uniqueElements(Said::at)
                .ofMaxSize(40));
    }

    /** A night in which the probe has one step to measure, so that all that it says is of this. */
    @Provide
    Arbitrary<List<Said>> nightOfOneMeasuredStep() {
        return ending(said(600)
                .filter(said -> !(said instanceof Said.Line line && line.text.startsWith(ANSWERS)))
                .list()
                .ofMaxSize(40));
    }

    /** One night of four comes to its end. */
    private static Arbitrary<List<Said>> ending(Arbitrary<List<Said>> nights) {
        return Combinators.combine(nights, Arbitraries.integers().between(1, 4)).as((night, quarter) -> {
            List<Said> whole = new ArrayList<>(night);
            for (int step = 0; quarter == 1 && step < STEPS.size(); step++) {
                whole.add(new Said.Line(601 + step, STEPS.get(step) + DONE));
            }
            return whole;
        });
    }

    private static Arbitrary<Said> said(int until) {
        Arbitrary<Integer> at = Arbitraries.integers().between(0, until);
        Arbitrary<Integer> percent = Arbitraries.integers().between(0, 120);
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(at, Arbitraries.of(LINES)).as(Said.Line::new)),
                Tuple.of(2, Combinators.combine(at, percent).as(Said.Percent::new)),
                Tuple.of(2, Combinators.combine(at, percent).as(Said.Measure::new)),
                Tuple.of(
                        1, Combinators.combine(at, Arbitraries.of(Signal.class)).as(Said.Ping::new)));
    }

    @Property(tries = 200)
    void neitherOrderNorRepetitionMatters(@ForAll("night") List<Said> night, @ForAll Random random) {
        List<Said> otherwise = new ArrayList<>(night);
        night.stream().filter(said -> random.nextBoolean()).forEach(otherwise::add);
        Collections.shuffle(otherwise, random);

        assertThat(play(otherwise).memory()).isEqualTo(play(night).memory());
    }

    @Property(tries = 200)
    void aSecondSourceOfTheSameLinesChangesNoStep(@ForAll("orderlyNight") List<Said> night, @ForAll Random random) {
        Listener both = play(night);
        night.forEach(said -> said.echo(both, random.nextInt(50)));

        assertThat(essence(both.lane())).isEqualTo(essence(play(night).lane()));
    }

    @Property(tries = 200)
    void progressNeverFallsWithinAnAttempt(@ForAll("nightOfOneMeasuredStep") List<Said> night) {
        Listener listener = afterwards();
        Lane before = listener.lane();
        for (Said said : inOrder(night)) {
            Lane after = said.to(listener).lane();
            for (StepView step : after.steps()) {
                StepView was = Listener.step(before, step.id());
                boolean undone = was.state() == StepState.DONE && step.state() != StepState.DONE;
                if (step.attempt() == was.attempt() && was.percent() != null && !undone) {
                    assertThat(step.percent()).as("%s after %s", step, was).isGreaterThanOrEqualTo(was.percent());
                }
            }
            before = after;
        }
    }

    @Property(tries = 200)
    void aHundredPercentIsDoneAndNothingElse(@ForAll("night") List<Said> night) {
        Lane lane = play(night).lane();

        assertThat(lane.steps())
                .allSatisfy(step -> assertThat(step.percent() != null && step.percent() == 100)
                        .isEqualTo(step.state() == StepState.DONE));
        assertThat(lane.percent() != null && lane.percent() == 100)
                .isEqualTo(lane.steps().stream().allMatch(step -> step.state() == StepState.DONE));
    }

    @Property(tries = 200)
    void whoCannotSeeIsNeverTooLate(@ForAll("night") List<Said> night) {
        Lane lane = play(night).lane(new Watch(START, false, second(80_000)));

        assertThat(lane.state()).isIn(State.UNKNOWN, State.FAILED, State.FINISHED);
        assertThat(lane.changesAt()).isNull();
    }

    @Property(tries = 200)
    void timeAloneChangesTheStateWhenItWasSaid(@ForAll("night") List<Said> night) {
        Listener listener = play(night);
        Lane lane = listener.lane(new Watch(START, true, second(61)));
        Instant changesAt = lane.changesAt();
        Instant until = changesAt == null ? second(80_000) : changesAt.minusMillis(1);

        assertThat(listener.lane(new Watch(START, true, until)).state()).isEqualTo(lane.state());
        if (changesAt != null) {
            assertThat(listener.lane(new Watch(START, true, changesAt)).state()).isNotEqualTo(lane.state());
        }
    }

    @Property(tries = 200)
    void nothingThatIsShownChangesUntold(@ForAll("night") List<Said> night) {
        Listener listener = afterwards();
        Lane before = listener.lane();
        for (Said said : night) {
            Lane after = said.to(listener).lane();
            boolean changed = !after.steps().equals(before.steps())
                    || after.state() != before.state()
                    || (after.failure() != null && before.failure() == null)
                    || after.unmatched() != before.unmatched();
            assertThat(Happenings.between(before, after).isEmpty())
                    .as("%s", said)
                    .isEqualTo(!changed);
            before = after;
        }
    }

    @Example
    void theNightsOnWhichTheyAreTriedComeFar() {
        Reach.of(night(), 200, LaneLawsTest::comesTo)
                .often(75, StepState.RUNNING, StepState.DONE, State.ALIVE, State.LATE, State.LOST, "time changes it")
                .often(75, "a second attempt", "a line that nobody understands")
                .often(50, "a third attempt", "a percentage", StepState.PENDING)
                .often(30, State.FINISHED, State.FAILED, StepState.FAILED);
        Reach.of(orderlyNight(), 200, LaneLawsTest::comesTo)
                .often(100, StepState.DONE)
                .often(50, "a second attempt", "a percentage")
                .often(20, State.FINISHED, State.FAILED, StepState.FAILED);
    }

    private static Set<Object> comesTo(List<Said> night) {
        Listener listener = play(night);
        Lane soon = listener.lane(new Watch(START, true, second(61)));
        Set<Object> all = new HashSet<>(List.of(
                soon.state(),
                listener.lane(new Watch(START, true, second(61 + 400))).state(),
                listener.lane(new Watch(START, true, second(61 + 1_000))).state()));
        for (StepView step : soon.steps()) {
            all.add(step.state());
            if (step.attempt() > 1) {
                all.add(step.attempt() > 2 ? "a third attempt" : "a second attempt");
            }
            if (step.percent() != null && step.percent() > 0 && step.percent() < 100) {
                all.add("a percentage");
            }
        }
        if (soon.unmatched() > 0) {
            all.add("a line that nobody understands");
        }
        if (soon.changesAt() != null) {
            all.add("time changes it");
        }
        return all;
    }

    private static Listener play(List<Said> night) {
        Listener listener = afterwards();
        night.forEach(said -> said.to(listener));
        return listener;
    }

    private static List<Said> inOrder(List<Said> night) {
        return night.stream().sorted(Comparator.comparing(Said::at)).toList();
    }

    private record Essence(
            StepState state,
            int attempt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Double percent) {}

    private static List<Essence> essence(Lane lane) {
        return lane.steps().stream()
                .map(step ->
                        new Essence(step.state(), step.attempt(), step.startedAt(), step.endedAt(), step.percent()))
                .toList();
    }
}
