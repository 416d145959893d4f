package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates the gate of the phase under way, and moves the run on when it says so. */
final class Gates {
    private final Turn turn;
    private final Path path;

    Gates(Turn turn, Path path) {
        this.turn = turn;
        this.path = path;
    }

    /** Evaluates the gate of the phase under way; whether the phase is passed by that, and another may have begun. */
    boolean settle() {
        int current = turn.inProgress() ? turn.current() : -1;
        if (current < 0) {
            return false;
        }
        evaluate(current);
        boolean byItself = planned(current).decision() == null;
        if (!byItself || turn.phase(current).gate().result() != GateResult.GO) {
            return false;
        }
        path.pass(
                current,
                title(current) + ": " + turn.phase(current).gate().tally().words());
        return true;
    }

    private void evaluate(int index) {
        Sheet sheet = turn.sheet();
        if (sheet == null) {
            throw new IllegalStateException("the phase under way of run " + turn.run + " has no sheet");
        }
        Phase.Gate planned = planned(index);
        GateMemory gate = turn.phase(index).gate();
        boolean allMet = sheet.standing() == Standing.MET || sheet.standing() == Standing.WAIVED;
        Instant allMetSince = allMet ? since(gate.allMetSince()) : null;
        GateResult result = result(sheet.standing(), allMetSince, planned);
        if (result == gate.result() && sheet.tally().equals(gate.tally())) {
            return;
        }
        boolean asks = result == GateResult.GO && planned.decision() != null;
        GateMemory evaluated = new GateMemory(
                result,
                turn.revision() + 1,
                result == gate.result() ? gate.since() : turn.now,
                allMetSince,
                sheet.tally(),
                List.of());
        PhaseState state = asks ? PhaseState.AWAITING_DECISION : PhaseState.ACTIVE;
        turn.phase(
                index,
                phase -> phase.with(evaluated).being(state, phase.times().waiting(asks, turn.now), phase.reason()));
        if (result != GateResult.GO || asks) { // a gate that nobody has to decide on is passed next, and that says it
            turn.tellPhase(index, EventType.GATE_EVALUATED, title(index) + ": " + words(evaluated, planned));
        }
        if (asks) {
            turn.tellPhase(index, EventType.DECISION_REQUESTED, question(planned));
        }
    }

    private Instant since(@Nullable Instant allMetSince) {
        return allMetSince != null ? allMetSince : turn.now;
    }

    private GateResult result(Standing standing, @Nullable Instant allMetSince, Phase.Gate planned) {
        return switch (standing) {
            case MET, WAIVED ->
                turn.now.isBefore(since(allMetSince).plus(planned.sustain())) ? GateResult.NO_GO : GateResult.GO;
            case NOT_MET -> GateResult.NO_GO;
            case UNKNOWN -> GateResult.INCONCLUSIVE;
        };
    }

    private static String words(GateMemory gate, Phase.Gate planned) {
        return switch (gate.result()) {
            case GO -> "go: " + gate.tally().words();
            case NO_GO ->
                gate.allMetSince() != null
                        ? gate.tally().words() + ", and must stay so for " + Words.of(planned.sustain())
                        : "no-go: " + gate.tally().words();
            case INCONCLUSIVE -> "inconclusive: " + gate.tally().words();
        };
    }

    private Phase.Gate planned(int index) {
        return turn.derived.phases.get(index).gate();
    }

    private String title(int index) {
        return turn.derived.phases.get(index).title().in("en");
    }

    private static String question(Phase.Gate planned) {
        Phase.Decision decision = planned.decision();
        if (decision == null) {
            return "";
        }
        String approvals = decision.approvals() == 1 ? "" : ", " + decision.approvals() + " approvals";
        return decision.question().in("en") + " (" + (decision.role() == null ? "anybody" : decision.role()) + approvals
                + ")";
    }

    /** Tells what the phases hold, if that is another than before the step. */
    void tellBreaches() {
        for (int i = 0; i < turn.phases().size(); i++) {
            int breaches = turn.phase(i).breaches();
            if (breaches != turn.phaseBefore(i).breaches()) {
                turn.tellPhase(i, EventType.GATE_EVALUATED, title(i) + words(breaches));
            }
        }
    }

    private static String words(int breaches) {
        return switch (breaches) {
            case 0 -> " holds again";
            case 1 -> ": 1 of what it holds is in breach";
            default -> ": " + breaches + " of what it holds are in breach";
        };
    }
}
