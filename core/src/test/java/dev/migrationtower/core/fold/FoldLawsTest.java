package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.PhaseView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, in whichever order: what must always be true of a run. */
class FoldLawsTest {
    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Happening.night();
    }

    @Property(tries = 200)
    void revisionsHaveNoGapAndNoRepeat(@ForAll("happenings") List<Happening> happenings) {
        Night night = Happening.after(happenings);

        assertThat(night.events())
                .extracting(Event::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, night.events().size()).boxed().toList());
    }

    @Property(tries = 200)
    void aGateCountsWhatIsSoAndSaysGoOnlyThen(@ForAll("happenings") List<Happening> happenings) {
        Night night = WholeNight.loaded();
        for (Happening happening : Happening.withStart(happenings)) {
            happening.to(night);
            night.run().view().phases().stream()
                    .filter(phase -> night.run().view().state() == RunState.IN_PROGRESS)
                    .filter(phase ->
                            phase.state() == PhaseState.AWAITING_DECISION || phase.state() == PhaseState.ACTIVE)
                    .forEach(phase -> assertCountsAreTrue(night, phase));
        }
    }

    private static void assertCountsAreTrue(Night night, PhaseView phase) {
        Tally counted = new Recount(night, phase).tally();
        assertThat(new Tally(
                        phase.gate().met(),
                        phase.gate().notMet(),
                        phase.gate().unknown(),
                        phase.gate().waived()))
                .isEqualTo(counted);
        assertThat(phase.gate().result() == GateResult.GO).isEqualTo(phase.state() == PhaseState.AWAITING_DECISION);
        if (phase.gate().result() == GateResult.GO) {
            assertThat(counted.notMet() + counted.unknown()).isZero();
        }
    }

    @Property(tries = 20)
    void aRestartBetweenAnyTwoInputsChangesNothing(@ForAll("happenings") List<Happening> happenings) throws Exception {
        Night straight = WholeNight.loaded();
        Night restarted = WholeNight.loaded();
        for (Happening happening : Happening.withStart(happenings)) {
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
        Night night = Happening.after(happenings);

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
                case ForecastView view ->
                    run = java.util.Objects.requireNonNull(run).with(view, event.revision());
                case View.Note note -> {}
                case View.Rejection rejection -> {}
            }
        }

        assertThat(run).isNotNull();
        assertThat(run.state()).isEqualTo(night.run().view().state());
        assertThat(run.proposals()).isEqualTo(night.run().view().proposals());
        assertThat(run.announcements()).isEqualTo(night.run().view().announcements());
        assertThat(run.forecast()).isEqualTo(night.run().view().forecast());
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
        Night night = Happening.after(happenings);

        for (PhaseView phase : night.run().view().phases()) {
            long breached = night.run().checkViews().stream()
                    .flatMap(check -> check.expectations().stream())
                    .filter(expectation ->
                            expectation.phase().equals(phase.id()) && expectation.breachedSince() != null)
                    .count();
            assertThat(phase.breaches()).isEqualTo((int) breached);
        }
    }
}
