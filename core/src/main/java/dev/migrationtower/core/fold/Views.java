package dev.migrationtower.core.fold;

import dev.migrationtower.core.condition.Judgement;
import dev.migrationtower.core.plan.Announce;
import dev.migrationtower.core.plan.Announce.Moment;
import dev.migrationtower.core.plan.Estimate;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.Requirement;
import dev.migrationtower.events.AnnounceView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.TaskView;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.CriterionView;
import dev.migrationtower.events.View.DecisionView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.GateView;
import dev.migrationtower.events.View.NoReturn;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known, as people and other services see it. Pure. */
final class Views {
    private Views() {}

    static RunView of(Derived derived, Orders orders, RunMemory memory) {
        Plan plan = derived.plan;
        List<PhaseView> phases = new ArrayList<>();
        for (int i = 0; i < derived.phases.size(); i++) {
            phases.add(of(derived, i, memory.phases().get(i)));
        }
        return new RunView(
                memory.run(),
                memory.revision(),
                plan.id(),
                orders.version(),
                plan.title(),
                plan.owner(),
                plan.links(),
                orders.mode(),
                memory.state(),
                plan.timezone(),
                plan.window(),
                orders.loadedAt(),
                memory.startedAt(),
                memory.endedAt(),
                memory.rollback(),
                memory.stage().proposals(),
                memory.notices().announcements(),
                NextUpdate.of(plan, memory),
                plan.announce() instanceof Announce announce ? of(announce) : null,
                phases,
                memory.forecast(),
                plan.openToPublic() ? true : null,
                memory.notices().walls());
    }

    private static AnnounceView of(Announce announce) {
        List<Duration> before = new ArrayList<>();
        List<String> on = new ArrayList<>();
        for (Moment moment : announce.at()) {
            switch (moment) {
                case Moment.Before(Duration opening) -> before.add(opening);
                case Moment.When(Announce.Occasion occasion) ->
                    on.add(occasion.name().toLowerCase(Locale.ROOT));
            }
        }
        before.sort(Comparator.reverseOrder());
        return new AnnounceView(before, on, announce.every());
    }

    static PhaseView of(Derived derived, int index, PhaseMemory memory) {
        Phase phase = derived.phases.get(index);
        Estimate estimate = phase.expected();
        PhaseMemory.Times times = memory.times();
        return new PhaseView(
                phase.id(),
                memory.revision(),
                phase.title(),
                derived.isBack(index),
                memory.state(),
                memory.breaches(),
                estimate == null ? null : estimate.p50().toSeconds(),
                estimate == null ? null : estimate.p90().toSeconds(),
                times.startedAt(),
                times.endedAt(),
                times.waited().toSeconds(),
                times.waitingSince(),
                memory.reason(),
                phase.tasks().stream().map(task -> of(task, memory)).toList(),
                memory.following().shown(),
                noReturn(phase, memory),
                memory.people().waivers(),
                gate(derived, phase, memory));
    }

    private static TaskView of(Phase.Task task, PhaseMemory memory) {
        return new TaskView(
                task.id(), task.role(), task.text(), memory.people().tasks().get(task.id()));
    }

    private static @Nullable NoReturn noReturn(Phase phase, PhaseMemory memory) {
        Phase.PointOfNoReturn point = phase.pointOfNoReturn();
        if (point == null) {
            return null;
        }
        String step = point.afterStep();
        Instant passedAt = step == null ? memory.times().startedAt() : doneAt(step, memory);
        return new NoReturn(step, point.note(), passedAt);
    }

    /** When the step was done in the first lane; null if it was in none. */
    private static @Nullable Instant doneAt(String step, PhaseMemory memory) {
        return memory.following().shown().stream()
                .flatMap(lane -> lane.steps().stream())
                .filter(view -> view.id().equals(step) && view.state() == StepState.DONE)
                .map(StepView::endedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static GateView gate(Derived derived, Phase phase, PhaseMemory memory) {
        GateMemory gate = memory.gate();
        Phase.Decision decision = phase.gate().decision();
        return new GateView(
                gate.result(),
                gate.revision(),
                gate.since(),
                Deadline.goAt(phase.gate(), memory),
                gate.tally().met(),
                gate.tally().notMet(),
                gate.tally().unknown(),
                gate.tally().waived(),
                phase.gate().require().isAll()
                        ? phase.gate().require().of().stream().map(Views::of).toList()
                        : List.of(of(phase.gate().require())),
                decision == null ? null : of(decision, derived.plan, gate));
    }

    private static DecisionView of(Phase.Decision decision, Plan plan, GateMemory gate) {
        return new DecisionView(
                decision.role(),
                plan.peopleOf(decision.role()),
                decision.approvals(),
                decision.question(),
                decision.notAuthorOf(),
                gate.said());
    }

    private static CriterionView of(Requirement required) {
        return switch (required) {
            case Requirement.InState it ->
                new CriterionView("check", it.check(), it.state(), it.derived(), List.of(), null, List.of());
            case Requirement.TasksDone it -> new CriterionView("tasks", null, null, false, it.tasks(), null, List.of());
            case Requirement.StepsDone it -> new CriterionView("steps", null, null, false, it.steps(), null, List.of());
            case Requirement.AtLeast it ->
                new CriterionView(
                        "at-least",
                        null,
                        null,
                        false,
                        List.of(),
                        it.needed(),
                        it.of().stream().map(Views::of).toList());
        };
    }

    static CheckView of(CheckState state) {
        CheckMemory memory = state.memory();
        Verdict verdict = worst(memory.expectations());
        return new CheckView(
                memory.key().run(),
                memory.key().check(),
                memory.key().item(),
                memory.revision(),
                state.check().probe(),
                state.item().name(),
                state.item().link(),
                state.check().severity().name().toLowerCase(Locale.ROOT),
                verdict,
                verdict == null ? null : since(memory.expectations(), verdict),
                state.say(),
                memory.expectations().stream()
                        .filter(CheckMemory.Expectation::isExpected)
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
                expectation.isBreach() ? expectation.breachedSince() : null,
                expectation.flaps(),
                expectation.waived(),
                state.memory().proven().contains(expectation.state()));
    }

    /** Not met is worse than unknown, unknown is worse than met; null of nothing. */
    static @Nullable Verdict worst(List<CheckMemory.Expectation> expectations) {
        return Stream.of(Verdict.NOT_MET, Verdict.UNKNOWN, Verdict.MET)
                .filter(verdict -> expectations.stream()
                        .anyMatch(expectation -> expectation.isExpected() && expectation.verdict() == verdict))
                .findFirst()
                .orElse(null);
    }

    /** All are met only since the last came to be; some are not since the first ceased to be. */
    private static Instant since(List<CheckMemory.Expectation> expectations, Verdict verdict) {
        Stream<Instant> all = expectations.stream()
                .filter(expectation -> expectation.isExpected() && expectation.verdict() == verdict)
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
