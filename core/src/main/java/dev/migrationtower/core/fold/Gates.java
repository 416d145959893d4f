package dev.migrationtower.core.fold;

import dev.migrationtower.core.fold.RunMemory.GateMemory;
import dev.migrationtower.core.fold.RunMemory.PhaseMemory;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Evaluates the gate of the current phase, and moves the run on when it says so. */
final class Gates {
    private final Turn turn;
    private final Expectations expectations;
    /** The counts that were last told of; what moved since is to be told. */
    private Tally told;

    Gates(Turn turn, Expectations expectations) {
        this.turn = turn;
        this.expectations = expectations;
        int current = turn.current();
        this.told = current < 0 ? Tally.NONE : turn.phase(current).gate().tally();
    }

    /** Brings the phases into line with what the checks say; at the end of every step. */
    void settle() {
        for (int current = turn.current(); current >= 0; current = turn.current()) {
            evaluate(current);
            boolean byItself = turn.planned(current).gate().decision() == null;
            if (!byItself || turn.phase(current).gate().result() != GateResult.GO) {
                break;
            }
            pass(current, title(current) + ": all " + told.total() + " criteria are met");
        }
        tellBreaches();
    }

    /** Starts the run with its first phase. */
    void startFirst() {
        start(0);
    }

    /** Closes the phase and begins the next; after the last the run is completed. */
    void pass(int index, String reason) {
        turn.phase(index, turn.phase(index).passing(turn.now));
        turn.tellPhase(index, EventType.PHASE_PASSED, reason);
        if (index + 1 < turn.phases().size()) {
            start(index + 1);
        } else {
            turn.completed();
            turn.tellRun(EventType.RUN_COMPLETED, "the last phase is passed");
            Assignments.end(turn);
        }
    }

    private void start(int index) {
        told = Tally.NONE;
        turn.phase(index, turn.phase(index).starting(turn.now, GateMemory.closed(turn.revision() + 1, turn.now)));
        turn.tellPhase(
                index,
                EventType.PHASE_STARTED,
                title(index) + " begins; its gate asks for "
                        + turn.planned(index).gate().require().size() + " criteria");
        Set<String> affected = new TreeSet<>(turn.duties.affectedBy(index));
        if (index > 0) {
            affected.addAll(turn.duties.affectedBy(index - 1));
        }
        turn.itemsOf(affected).forEach(expectations::judge);
    }

    private void evaluate(int index) {
        Phase.Gate planned = turn.planned(index).gate();
        PhaseMemory phase = turn.phase(index);
        GateMemory gate = phase.gate();
        Instant allMetSince = gate.tally().allMet() ? since(gate.allMetSince()) : null;
        GateResult result = result(gate.tally(), allMetSince, planned);
        if (result != gate.result() || !gate.tally().equals(told)) {
            Deadline old = Deadline.of(turn.planned(index), phase);
            told = gate.tally();
            boolean go = result == GateResult.GO && planned.decision() != null;
            PhaseMemory evaluated = phase.with(new GateMemory(
                            result,
                            turn.revision() + 1,
                            result == gate.result() ? gate.since() : turn.now,
                            allMetSince,
                            gate.tally(),
                            List.of()))
                    .being(go ? PhaseState.AWAITING_DECISION : PhaseState.ACTIVE);
            turn.phase(index, evaluated);
            turn.replaceDeadline(old, Deadline.of(turn.planned(index), evaluated));
            turn.tellPhase(index, EventType.GATE_EVALUATED, title(index) + ": " + words(result, gate.tally(), planned));
            if (go) {
                turn.tellPhase(index, EventType.DECISION_REQUESTED, question(planned));
            }
        }
    }

    private Instant since(@Nullable Instant allMetSince) {
        return allMetSince != null ? allMetSince : turn.now;
    }

    private GateResult result(Tally tally, @Nullable Instant allMetSince, Phase.Gate planned) {
        if (allMetSince != null) {
            return turn.now.isBefore(allMetSince.plus(planned.sustain())) ? GateResult.NO_GO : GateResult.GO;
        }
        return tally.notMet() == 0 && tally.unknown() > 0 ? GateResult.INCONCLUSIVE : GateResult.NO_GO;
    }

    private static String words(GateResult result, Tally tally, Phase.Gate planned) {
        return switch (result) {
            case GO -> "go: " + tally.words();
            case NO_GO ->
                tally.allMet()
                        ? "all " + tally.total() + " met, and must stay so for " + Words.of(planned.sustain())
                        : "no-go: " + tally.words();
            case INCONCLUSIVE -> "inconclusive: " + tally.words();
        };
    }

    private String title(int index) {
        return turn.planned(index).title().in("en");
    }

    private static String question(Phase.Gate planned) {
        Phase.Decision decision = planned.decision();
        return decision == null ? "" : decision.question().in("en");
    }

    private void tellBreaches() {
        for (int i = 0; i < turn.phases().size(); i++) {
            int breaches = turn.phase(i).breaches();
            if (breaches != turn.phaseBefore(i).breaches() && turn.state() == RunState.IN_PROGRESS) {
                turn.tellPhase(
                        i,
                        EventType.GATE_EVALUATED,
                        title(i)
                                + (breaches == 0
                                        ? " holds again"
                                        : ": " + breaches + " of what it holds " + (breaches == 1 ? "is" : "are")
                                                + " in breach"));
            }
        }
    }
}
