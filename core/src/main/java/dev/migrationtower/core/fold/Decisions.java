package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.View.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What people say at a gate. It is said of the gate as it stands: one that changes asks again. */
final class Decisions {
    private final Asked asked;
    private final Turn turn;
    private final Path path;

    Decisions(Asked asked, Path path) {
        this.asked = asked;
        this.turn = asked.turn;
        this.path = path;
    }

    void go(Action.Go go) {
        int index = decidable(go.phase());
        if (index < 0 || !mayApprove(index)) {
            return;
        }
        PhaseMemory phase = turn.phase(index);
        String subject = Asked.subject(phase.id());
        switch (phase.gate().result()) {
            case NO_GO ->
                asked.refuse(
                        Asked.CONFLICT,
                        subject,
                        Explained.standing(turn, index, "The gate of " + phase.id() + " says no-go"));
            case INCONCLUSIVE -> {
                if (asked.reason().isEmpty()) {
                    asked.refuse(
                            Asked.SENSELESS,
                            subject,
                            Explained.standing(
                                    turn,
                                    index,
                                    "The gate of " + phase.id() + " is inconclusive: passing it needs a reason"));
                } else {
                    approve(index);
                }
            }
            case GO -> approve(index);
        }
    }

    private void approve(int index) {
        List<Said> said = saying(index, true);
        long approvals = said.stream().filter(Said::go).map(Said::by).distinct().count();
        Phase.Decision decision = decision(index);
        int needed = decision == null ? 1 : decision.approvals();
        record(
                index,
                said,
                EventType.DECISION_RECORDED,
                asked.author() + " said go" + asked.because() + " (" + approvals + " of " + needed + ")");
        if (approvals >= needed) {
            boolean blind = turn.phase(index).gate().result() == GateResult.INCONCLUSIVE;
            path.pass(
                    index,
                    asked.author() + " said go" + asked.because() + (blind ? "; not everything could be seen" : ""));
        }
    }

    void noGo(Action.NoGo noGo) {
        int index = decidable(noGo.phase());
        if (index >= 0 && mayDecide(index)) {
            record(
                    index,
                    saying(index, false),
                    EventType.DECISION_RECORDED,
                    asked.author() + " said no-go" + asked.because());
        }
    }

    /** Takes back what the author said; if the gate was passed by it, it is asked again, as long as nothing came of it. */
    void withdraw(Action.Withdraw withdraw) {
        int index = asked.gateSpokenOf(withdraw.phase());
        if (index < 0) {
            return;
        }
        String subject = Asked.subject(withdraw.phase());
        List<Said> others = without(index, said -> said.by().equals(asked.author()));
        if (others.size() == turn.phase(index).gate().said().size()) {
            asked.refuse(
                    Asked.CONFLICT,
                    subject,
                    asked.author() + " said nothing about " + withdraw.phase() + " that could be taken back.");
        } else if (turn.phase(index).current()) {
            record(index, others, EventType.DECISION_WITHDRAWN, asked.author() + " took it back" + asked.because());
        } else if (turn.phase(index).state() == PhaseState.PASSED && path.isLastOver(index)) {
            record(index, others, EventType.DECISION_WITHDRAWN, asked.author() + " took it back" + asked.because());
            path.reopen(index, withdraw.phase() + " awaits a decision again");
        } else {
            asked.refuse(
                    Asked.CONFLICT,
                    subject,
                    "Too late: something was done or seen since " + withdraw.phase()
                            + " was passed, which a word does not undo.");
        }
    }

    /** One no takes back all that was approved before; a person's newest word is the one that counts. */
    private List<Said> saying(int index, boolean go) {
        List<Said> said =
                without(index, earlier -> !go || !earlier.go() || earlier.by().equals(asked.author()));
        said.add(new Said(asked.author(), go, turn.now, asked.command.reason()));
        return said;
    }

    private List<Said> without(int index, Predicate<Said> gone) {
        List<Said> said = new ArrayList<>(turn.phase(index).gate().said());
        said.removeIf(gone);
        return said;
    }

    private void record(int index, List<Said> said, EventType type, String words) {
        boolean speaks = type == EventType.DECISION_RECORDED;
        turn.phase(
                index,
                phase -> phase.with(phase.gate().saying(said))
                        .with(speaks ? phase.people().with(asked.author()) : phase.people()));
        turn.tellPhase(index, type, words);
    }

    /** The number of the phase if something can be decided about it as the author saw it; -1 after a refusal. */
    private int decidable(String id) {
        int index = asked.phase(id);
        if (index < 0) {
            return -1;
        }
        PhaseMemory phase = turn.phase(index);
        if (!turn.inProgress() || !phase.current()) {
            asked.refuse(
                    Asked.CONFLICT,
                    Asked.subject(id),
                    "There is nothing to decide about " + id + ": "
                            + (turn.inProgress()
                                    ? "it is " + phase.state().word()
                                    : "the run is " + turn.state().word())
                            + ".");
            return -1;
        }
        return asked.isUpToDate(index) ? index : -1;
    }

    private boolean mayDecide(int index) {
        Phase.Decision decision = decision(index);
        return decision == null
                || asked.mayActAs(
                        decision.role(), Asked.subject(turn.phase(index).id()));
    }

    private boolean mayApprove(int index) {
        if (!mayDecide(index)) {
            return false;
        }
        Phase.Decision decision = decision(index);
        List<String> notAuthorOf = decision == null ? List.of() : decision.notAuthorOf();
        for (String other : notAuthorOf) {
            if (turn.phase(turn.derived.indexOf(other)).people().authors().contains(asked.author())) {
                asked.refuse(
                        Asked.FORBIDDEN,
                        Asked.subject(turn.phase(index).id()),
                        asked.author() + " had a part in " + other
                                + ", and the plan wants somebody else to approve this.");
                return false;
            }
        }
        return true;
    }

    private Phase.@Nullable Decision decision(int index) {
        return turn.derived.phases.get(index).gate().decision();
    }
}
