package dev.migrationtower.core.fold;

import dev.migrationtower.core.fold.CheckMemory.Expectation.Kind;
import dev.migrationtower.core.plan.Deviation;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.Rollback;
import dev.migrationtower.events.PhaseState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a plan wants of its checks, and when: the plan, turned round. Immutable. */
final class Duties {
    /** Stands for the end of the run, as the phase until which something is held. */
    private static final int NEVER = Integer.MAX_VALUE;

    /** When a state is wanted. Phases are numbered through, those of the rollback after those of the plan. */
    private sealed interface Duty {
        /** While the phase is under way. */
        record Required(int phase, String state) implements Duty {}

        /**
         * After the phase was passed, until another begins: one of the plan, or one of the rollback.
         *
         * @param untilBack 0: it ends when the rollback begins
         */
        record Held(int phase, String state, int until, int untilBack) implements Duty {}

        /** From the start of the run until its rollback begins. */
        record Proposing(String state, Duration after) implements Duty {}
    }

    /**
     * A state that is wanted of a check.
     *
     * @param rests whether it was wanted until now, and would be again if what ended that were taken back
     */
    record Wanted(String phase, Kind kind, String state, boolean rests) {
        private Wanted awake() {
            return new Wanted(phase, kind, state, false);
        }
    }

    private final Plan plan;
    private final Map<String, List<Duty>> byCheck = new HashMap<>();

    Duties(Plan plan) {
        this.plan = plan;
        List<Phase> phases = plan.allPhases();
        for (int p = 0; p < phases.size(); p++) {
            int number = p;
            Phase.Gate gate = phases.get(p).gate();
            gate.require().states().forEach(wanted -> add(wanted.check(), new Duty.Required(number, wanted.state())));
            Phase.Hold hold = gate.hold();
            if (hold != null) {
                String expecting = hold.expecting();
                boolean back = p >= plan.phases().size();
                int until = indexOf(hold.until());
                gate.require()
                        .held()
                        .forEach(wanted -> add(
                                wanted.check(),
                                new Duty.Held(
                                        number,
                                        expecting != null ? expecting : wanted.state(),
                                        back ? NEVER : until,
                                        back ? until : 0)));
            }
        }
        plan.deviations().forEach(this::hold);
        Rollback rollback = plan.rollback();
        if (rollback != null) {
            rollback.propose()
                    .forEach(proposal -> add(proposal.check(), new Duty.Proposing(proposal.state(), proposal.after())));
        }
    }

    private void add(String check, Duty duty) {
        List<Duty> duties = byCheck.computeIfAbsent(check, first -> new ArrayList<>());
        if (!duties.contains(duty)) {
            duties.add(duty);
        }
    }

    /** What a deviation asks for stays expected until it is to be restored, on whichever way. */
    private void hold(Deviation deviation) {
        String until = deviation.until();
        add(
                deviation.check(),
                new Duty.Held(
                        indexOf(deviation.from()),
                        deviation.during(),
                        until == null ? NEVER : indexOf(until),
                        restoredOnTheWayBack(deviation)));
    }

    private int restoredOnTheWayBack(Deviation deviation) {
        List<Phase> phases = plan.allPhases();
        for (int p = plan.phases().size(); p < phases.size(); p++) {
            if (phases.get(p)
                    .gate()
                    .require()
                    .states()
                    .anyMatch(wanted -> wanted.check().equals(deviation.check())
                            && wanted.state().equals(deviation.after()))) {
                return p;
            }
        }
        return NEVER;
    }

    private int indexOf(String id) {
        List<Phase> phases = plan.allPhases();
        for (int p = 0; p < phases.size(); p++) {
            if (phases.get(p).id().equals(id)) {
                return p;
            }
        }
        throw new IllegalArgumentException("the plan has no phase " + id);
    }

    /** What is wanted of a check while the phases stand so, each once; in the order of the plan. */
    List<Wanted> of(String check, List<PhaseMemory> phases, boolean rollback) {
        List<Wanted> wanted = new ArrayList<>();
        for (Duty duty : byCheck.getOrDefault(check, List.of())) {
            Wanted now = switch (duty) {
                case Duty.Required required ->
                    phases.get(required.phase).current()
                            ? new Wanted(phases.get(required.phase).id(), Kind.REQUIRED, required.state, false)
                            : null;
                case Duty.Held held ->
                    phases.get(held.phase).state() == PhaseState.PASSED
                            ? new Wanted(
                                    phases.get(held.phase).id(), Kind.HELD, held.state, !isHeld(held, phases, rollback))
                            : null;
                case Duty.Proposing proposing ->
                    isOver(phases) ? null : new Wanted("", Kind.PROPOSES, proposing.state, rollback);
            };
            if (now != null && !wanted.contains(now)) {
                wanted.add(now);
            }
        }
        wanted.removeIf(it -> it.rests && wanted.contains(it.awake()));
        return wanted;
    }

    /** Whether nothing is under way: before the start and after the end. */
    private static boolean isOver(List<PhaseMemory> phases) {
        return phases.stream().noneMatch(phase -> phase.current() || phase.state() == PhaseState.FAILED);
    }

    private boolean isHeld(Duty.Held held, List<PhaseMemory> phases, boolean rollback) {
        if (rollback && held.untilBack == 0) {
            return false;
        }
        int until = rollback ? held.untilBack : held.until;
        return until == NEVER || !isReached(until, phases);
    }

    /** The checks that deviate since a phase that was passed, and whose restoring no phase that was passed has asked for. */
    List<String> neverRestored(List<PhaseMemory> phases, boolean rollback) {
        return plan.deviations().stream()
                .filter(deviation -> phases.get(indexOf(deviation.from())).state() == PhaseState.PASSED)
                .filter(deviation -> !isPassed(restoring(deviation, rollback), phases))
                .map(Deviation::check)
                .distinct()
                .toList();
    }

    private int restoring(Deviation deviation, boolean rollback) {
        if (rollback) {
            return restoredOnTheWayBack(deviation);
        }
        return deviation.until() == null ? NEVER : indexOf(deviation.until());
    }

    private static boolean isPassed(int phase, List<PhaseMemory> phases) {
        return phase != NEVER && phases.get(phase).state() == PhaseState.PASSED;
    }

    /** Whether the run came to this phase or, if that is left out, past it. */
    boolean isReached(int phase, List<PhaseMemory> phases) {
        int end = phase < plan.phases().size() ? plan.phases().size() : phases.size();
        return phases.subList(phase, end).stream()
                .anyMatch(it -> it.state() != PhaseState.PENDING && it.state() != PhaseState.SKIPPED);
    }

    /** Whether the check being in the state proposes a rollback. */
    boolean proposes(String check, String state) {
        return proposing(check, state).findFirst().isPresent();
    }

    /** How long a check must be in the state until the rollback is proposed. */
    Duration proposedAfter(String check, String state) {
        return proposing(check, state).findFirst().orElseThrow().after;
    }

    private Stream<Duty.Proposing> proposing(String check, String state) {
        return byCheck.getOrDefault(check, List.of()).stream()
                .filter(Duty.Proposing.class::isInstance)
                .map(Duty.Proposing.class::cast)
                .filter(proposing -> proposing.state.equals(state));
    }

    /** The checks of which something may be wanted. */
    Set<String> checks() {
        return new TreeSet<>(byCheck.keySet());
    }
}
