package dev.migrationtower.core.fold;

import static net.jqwik.api.Arbitraries.integers;
import static net.jqwik.api.Arbitraries.of;
import static net.jqwik.api.Combinators.combine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.Reach;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * What is seen at the same moment may come in any order, and twice. Of checks of which one may stand in for another, in the same
 * {@code any} or {@code atLeast}, this cannot be so: whether for a moment both failed is known by the order alone.
 */
class InterleavingTest {
    /** Every check in every gate counts for itself. */
    private static final String PLAN = WholeNight.PLAN
            .replace(
                    "- {atLeast: 2, of: [{check: db, is: normal}, {check: app, is: open}, {check: db, is: migrating}]}",
                    "- {check: db, is: normal}")
            .replace(
                    "with: {url: \"http://localhost/disk\"}",
                    "forEach: [{id: api}, {id: dwh}]\n    with: {url: \"http://localhost/{id}\"}")
            .replace("for: 1m", "for: 5s");

    record Seen(String key, Outcome outcome) {}

    /** What is seen at one moment, each item of a check once, and what follows. */
    record Round(List<Seen> seen, boolean goesWell, int seconds) {
        void goOn(Night night) {
            if (goesWell) {
                Happening.goesWell(night);
            }
            night.after(seconds);
        }
    }

    @Provide
    Arbitrary<List<Round>> rounds() {
        Arbitrary<Seen> look = of("app/one", "app/two", "db/db", "disk/api", "disk/dwh")
                .flatMap(key -> of(Happening.PLAN.check(check(key)).states().keySet())
                        .map(state -> new Seen(key, Happening.LOOKS.get(state))));
        Arbitrary<Seen> blind = of("app/one", "app/two", "db/db", "disk/api")
                .map(key -> new Seen(key, new Outcome.Unobservable("timeout", "no answer in 5 s")));
        Arbitrary<List<Seen>> seen = Arbitraries.frequencyOf(Tuple.of(6, look), Tuple.of(1, blind))
                .list()
                .uniqueElements(Seen::key)
                .ofMaxSize(5);
        return combine(seen, of(true, false), integers().between(1, 12))
                .as(Round::new)
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 200)
    void theOrderOfWhatIsSeenAtOneMomentMakesNoDifference(@ForAll("rounds") List<Round> rounds, @ForAll long seed) {
        Random order = new Random(seed);
        Night one = closing();
        Night other = closing();
        for (Round round : rounds) {
            List<Input> inputs = inputs(one, round);
            inputs.forEach(one::input);

            List<Input> shuffled = new ArrayList<>(inputs);
            inputs.stream().filter(input -> order.nextBoolean()).forEach(shuffled::add);
            Collections.shuffle(shuffled, order);
            shuffled.forEach(other::input);

            assertThat(Plain.differences(one, other)).isEmpty();
            round.goOn(one);
            round.goOn(other);
            assertThat(Plain.differences(one, other)).isEmpty();
        }
    }

    @Example
    void theNightsOnWhichItIsTriedComeFar() {
        Reach.of(rounds(), 200, rounds -> {
                    Night night = closing();
                    boolean several = false;
                    for (Round round : rounds) {
                        inputs(night, round).forEach(night::input);
                        several |= round.seen().size() > 1;
                        round.goOn(night);
                    }
                    Set<Object> all =
                            night.events().stream().map(Event::type).collect(Collectors.toCollection(HashSet::new));
                    all.add(night.run().view().state());
                    all.add(several ? "several at one moment" : "never two at one moment");
                    return all;
                })
                .often(150, "several at one moment", EventType.PHASE_PASSED, EventType.CHECK_STALE)
                .often(100, EventType.DECISION_RECORDED, EventType.BREACH_DETECTED, EventType.ROLLBACK_PROPOSED)
                .often(75, EventType.BREACH_CLEARED, EventType.STEP_FINISHED)
                .often(40, RunState.COMPLETED);
    }

    private static Night closing() {
        return WholeNight.preparing(PLAN).tell(new Action.Skip("prepare"));
    }

    private static List<Input> inputs(Night night, Round round) {
        return round.seen().stream().map(seen -> input(seen, night.now())).toList();
    }

    private static Input input(Seen seen, Instant at) {
        return new Input.Seen(new Observation(
                seen.key + at,
                Night.RUN,
                check(seen.key),
                item(seen.key),
                "http",
                "probe-1",
                at,
                5,
                null,
                seen.outcome,
                null,
                null));
    }

    private static String check(String key) {
        return key.substring(0, key.indexOf('/'));
    }

    private static String item(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
