package dev.migrationtower.core.fold;

import dev.migrationtower.core.condition.Judgement;
import dev.migrationtower.core.fold.RunMemory.GateMemory;
import dev.migrationtower.core.fold.RunMemory.PhaseMemory;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.CriterionView;
import dev.migrationtower.events.View.DecisionView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known, as people and other services see it. Pure. */
final class Views {
    private Views() {}

    static RunView of(Run run) {
        return of(run.plan, run.orders, run.memory);
    }

    static RunView of(Plan plan, Orders orders, RunMemory memory) {
        List<PhaseView> phases = new ArrayList<>();
        for (int i = 0; i < plan.phases().size(); i++) {
            PhaseMemory phase = memory.phases().get(i);
            phases.add(of(plan.phases().get(i), phase, phase.revision()));
        }
        return new RunView(
                memory.run(),
                memory.revision(),
                plan.title(),
                orders.mode(),
                memory.state(),
                plan.timezone(),
                plan.window(),
                orders.loadedAt(),
                memory.startedAt(),
                memory.endedAt(),
                phases);
    }

    static PhaseView of(Phase phase, PhaseMemory memory, long revision) {
        Duration estimate = phase.estimate();
        return new PhaseView(
                phase.id(),
                revision,
                phase.title(),
                memory.state(),
                memory.breaches(),
                estimate == null ? null : estimate.toSeconds(),
                memory.startedAt(),
                memory.endedAt(),
                gate(phase.gate(), memory));
    }

    private static GateView gate(Phase.Gate gate, PhaseMemory phase) {
        GateMemory memory = phase.gate();
        Phase.Decision decision = gate.decision();
        return new GateView(
                memory.result(),
                memory.revision(),
                memory.since(),
                phase.current() ? goAt(gate, memory) : null,
                memory.tally().met(),
                memory.tally().notMet(),
                memory.tally().unknown(),
                gate.require().stream()
                        .map(criterion -> new CriterionView(criterion.check(), criterion.state()))
                        .toList(),
                decision == null
                        ? null
                        : new DecisionView(decision.role(), decision.approvals(), decision.question(), memory.said()));
    }

    /** When the gate will say go if nothing changes; null if it does already, or not all criteria are met. */
    static @Nullable Instant goAt(Phase.Gate gate, GateMemory memory) {
        Instant allMetSince = memory.allMetSince();
        return allMetSince == null || memory.result() == GateResult.GO ? null : allMetSince.plus(gate.sustain());
    }

    static CheckView of(CheckState state, long revision) {
        CheckMemory memory = state.memory();
        Verdict verdict = worst(memory.expectations());
        return new CheckView(
                memory.key().run(),
                memory.key().check(),
                memory.key().item(),
                revision,
                state.check().probe(),
                state.item().name(),
                state.item().link(),
                verdict,
                verdict == null ? null : since(memory.expectations(), verdict),
                memory.expectations().stream()
                        .map(expectation -> of(state, expectation))
                        .toList(),
                sight(state));
    }

    private static ExpectationView of(CheckState state, CheckMemory.Expectation expectation) {
        Judgement judgement = state.judge(expectation.state());
        return new ExpectationView(
                expectation.phase(),
                expectation.held(),
                expectation.state(),
                state.check().state(expectation.state()).text(),
                judgement.saw(),
                expectation.verdict(),
                expectation.since(),
                expectation.breachedSince());
    }

    /** Not met is worse than unknown, unknown is worse than met; null of nothing. */
    static @Nullable Verdict worst(List<CheckMemory.Expectation> expectations) {
        return Stream.of(Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET)
                .filter(verdict -> expectations.stream().anyMatch(expectation -> expectation.verdict() == verdict))
                .findFirst()
                .orElse(null);
    }

    /** All are met only since the last came to be; some are not since the first ceased to be. */
    private static Instant since(List<CheckMemory.Expectation> expectations, Verdict verdict) {
        Stream<Instant> all = expectations.stream()
                .filter(expectation -> expectation.verdict() == verdict)
                .map(CheckMemory.Expectation::since);
        return (verdict == Verdict.MET ? all.max(Comparator.naturalOrder()) : all.min(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static @Nullable Sight sight(CheckState state) {
        CheckMemory.Look look = state.memory().look();
        if (look == null) {
            return null;
        }
        Outcome.Unobservable unobservable = look.outcome() instanceof Outcome.Unobservable it ? it : null;
        return new Sight(
                look.observedAt(),
                look.freshUntil(),
                look.tookMillis(),
                look.instance(),
                state.values(),
                state.statesNow(),
                unobservable == null ? null : unobservable.cause(),
                unobservable == null ? null : unobservable.message(),
                look.evidence());
    }
}
