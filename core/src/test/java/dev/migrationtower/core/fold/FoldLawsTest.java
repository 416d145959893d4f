package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunMode;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.PhaseView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, in whichever order: what must always be true of a run. */
class FoldLawsTest {
    /** Something that happens to a night. */
    record Happening(String what, String item, int number) {
        void to(Night night) {
            switch (what) {
                case "load" -> night.tell(new Action.LoadPlan(Night.PLAN, RunMode.REHEARSAL));
                case "start" -> night.tell(new Action.Start());
                case "app" -> night.sees("app", item, "status", number % 2 == 0 ? 503 : 200);
                case "db" -> night.sees("db", "db", "sessions", number % 3);
                case "late" ->
                    night.sees(
                            "app",
                            item,
                            new Outcome.Reading(Map.of("status", 503)),
                            night.now().minusSeconds(number));
                case "blind" -> night.seesNothing("app", item, "timeout");
                case "go" ->
                    night.tell(new Action.Go(List.of("close", "drain", "reopen").get(number % 3)));
                case "no-go" -> night.tell(new Action.NoGo("drain"));
                case "wait" -> night.after(Duration.ofMillis(number * 400L));
                default -> throw new IllegalArgumentException(what);
            }
        }
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        Arbitrary<String> what = Arbitraries.of(
                "app", "app", "app", "app", "db", "db", "wait", "wait", "wait", "late", "blind", "go", "no-go", "start",
                "load");
        Arbitrary<String> item = Arbitraries.of("one", "two");
        return net.jqwik.api.Combinators.combine(
                        what, item, Arbitraries.integers().between(0, 20))
                .as(Happening::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 200)
    void revisionsHaveNoGapAndNoRepeat(@ForAll("happenings") List<Happening> happenings) {
        Night night = play(Night.loaded(), happenings);

        assertThat(night.events())
                .extracting(Event::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, night.events().size()).boxed().toList());
    }

    @Property(tries = 200)
    void noGateSaysGoWithoutFreshEvidenceThatAllIsMet(@ForAll("happenings") List<Happening> happenings) {
        Night night = Night.loaded();
        for (Happening happening : happenings) {
            happening.to(night);
            for (PhaseView phase : night.run().view().phases()) {
                if (phase.state() == PhaseState.AWAITING_DECISION || phase.state() == PhaseState.ACTIVE) {
                    assertCountsAreTrue(night, phase);
                    assertThat(phase.gate().result() == GateResult.GO)
                            .isEqualTo(phase.state() == PhaseState.AWAITING_DECISION);
                }
            }
        }
    }

    /** Counts anew what the fold keeps by adding and taking off. */
    private static void assertCountsAreTrue(Night night, PhaseView phase) {
        List<Verdict> verdicts = new ArrayList<>();
        phase.gate()
                .criteria()
                .forEach(criterion -> night.run().checks.values().stream()
                        .filter(state -> state.check().id().equals(criterion.check()))
                        .forEach(state -> {
                            CheckMemory.Look look = state.memory().look();
                            boolean evidence = look != null && night.now().isBefore(look.freshUntil());
                            Verdict verdict = evidence && look.outcome() instanceof Outcome.Reading reading
                                    ? state.check()
                                            .state(criterion.state())
                                            .judge(reading.values())
                                            .verdict()
                                    : Verdict.UNKNOWN;
                            verdicts.add(verdict);
                        }));
        assertThat(phase.gate().met()).isEqualTo(count(verdicts, Verdict.MET));
        assertThat(phase.gate().notMet()).isEqualTo(count(verdicts, Verdict.NOT_MET));
        assertThat(phase.gate().unknown()).isEqualTo(count(verdicts, Verdict.UNKNOWN));
        if (phase.gate().result() == GateResult.GO) {
            assertThat(verdicts).containsOnly(Verdict.MET);
        }
    }

    private static int count(List<Verdict> verdicts, Verdict verdict) {
        return (int) verdicts.stream().filter(verdict::equals).count();
    }

    @Property(tries = 100)
    void aRestartBetweenAnyTwoInputsChangesNothing(@ForAll("happenings") List<Happening> happenings) throws Exception {
        Night straight = Night.loaded();
        Night restarted = Night.loaded();
        for (Happening happening : happenings) {
            happening.to(straight);
            restarted.restarted();
            happening.to(restarted);
            assertThat(restarted.run().nextDeadline()).isEqualTo(straight.run().nextDeadline());
        }

        assertThat(restarted.events()).isEqualTo(straight.events());
        assertThat(restarted.run().view()).isEqualTo(straight.run().view());
    }

    @Property(tries = 100)
    void whoReadsTheEventsAloneKnowsWhatTheFoldKnows(@ForAll("happenings") List<Happening> happenings) {
        Night night = play(Night.loaded(), happenings);

        Map<String, PhaseView> phases = new HashMap<>();
        Map<CheckKey, CheckView> checks = new HashMap<>();
        View.RunView run = null;
        for (Event event : night.events()) {
            switch (event.view()) {
                case View.RunView view -> {
                    run = view;
                    view.phases().forEach(phase -> phases.put(phase.id(), phase));
                }
                case PhaseView view -> phases.put(view.id(), view);
                case CheckView view -> checks.put(view.key(), view);
                case View.Note note -> {}
                case View.Rejection rejection -> {}
            }
        }

        assertThat(run).isNotNull();
        assertThat(run.state()).isEqualTo(night.run().view().state());
        assertThat(phases.values())
                .containsExactlyInAnyOrderElementsOf(night.run().view().phases());
        night.run().checkViews().forEach(view -> {
            CheckView told = checks.get(view.key());
            assertThat(told.verdict()).isEqualTo(view.verdict());
            assertThat(told.expectations()).isEqualTo(view.expectations());
        });
    }

    @Property(tries = 100)
    void aBreachIsCountedWhereItIs(@ForAll("happenings") List<Happening> happenings) {
        Night night = play(Night.draining(), happenings);

        for (PhaseView phase : night.run().view().phases()) {
            long breached = night.run().checkViews().stream()
                    .flatMap(check -> check.expectations().stream())
                    .filter(expectation ->
                            expectation.phase().equals(phase.id()) && expectation.breachedSince() != null)
                    .count();
            assertThat(phase.breaches()).isEqualTo((int) breached);
        }
    }

    private static Night play(Night night, List<Happening> happenings) {
        happenings.forEach(happening -> happening.to(night));
        return night;
    }
}
