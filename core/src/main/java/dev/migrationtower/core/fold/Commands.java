package dev.migrationtower.core.fold;

import dev.migrationtower.core.fold.RunMemory.PhaseMemory;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.Note;
import dev.migrationtower.events.View.Rejection;
import dev.migrationtower.events.View.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries out what people ask of a run that has a plan, or says why not. */
final class Commands {
    private static final int CONFLICT = 409;
    private static final int SENSELESS = 422;
    /** As many of the reasons as a person reads. */
    private static final int REASONS = 5;

    private final Turn turn;
    private final Gates gates;
    private final Command command;

    Commands(Turn turn, Gates gates, Command command) {
        this.turn = turn;
        this.gates = gates;
        this.command = command;
    }

    void start() {
        if (turn.state() != RunState.SCHEDULED) {
            reject(
                    CONFLICT,
                    "run",
                    List.of("The run was started before; it is " + turn.state().word() + "."));
            return;
        }
        turn.started();
        turn.tellRun(EventType.RUN_STARTED, command.author() + " started the run" + because());
        gates.startFirst();
    }

    void comment(Action.Comment comment) {
        turn.tellView(EventType.COMMENT_POSTED, "run", command.author() + " said something", new Note(comment.text()));
    }

    void go(Action.Go go) {
        int index = decidable(go.phase());
        if (index < 0) {
            return;
        }
        PhaseMemory phase = turn.phase(index);
        Phase.Decision decision = turn.planned(index).gate().decision();
        String reason = command.reason();
        switch (phase.gate().result()) {
            case NO_GO ->
                reject(CONFLICT, subject(index), standing(index, "The gate of " + phase.id() + " says no-go"));
            case INCONCLUSIVE -> {
                if (reason == null || reason.isBlank()) {
                    List<String> problems = new ArrayList<>(standing(
                            index, "The gate of " + phase.id() + " is inconclusive: passing it needs a reason"));
                    reject(SENSELESS, subject(index), problems);
                } else {
                    approve(index, decision);
                }
            }
            case GO -> approve(index, decision);
        }
    }

    private void approve(int index, Phase.@Nullable Decision decision) {
        List<Said> said = saying(index, true);
        long approvals = said.stream().filter(Said::go).map(Said::by).distinct().count();
        int needed = decision == null ? 1 : decision.approvals();
        record(index, said, command.author() + " said go" + because() + " (" + approvals + " of " + needed + ")");
        if (approvals >= needed) {
            boolean blind = turn.phase(index).gate().result() == GateResult.INCONCLUSIVE;
            gates.pass(
                    index, command.author() + " said go" + because() + (blind ? "; not everything could be seen" : ""));
        }
    }

    void noGo(Action.NoGo noGo) {
        int index = decidable(noGo.phase());
        if (index >= 0) {
            record(index, saying(index, false), command.author() + " said no-go" + because());
        }
    }

    /** One no takes back all that was approved before; a person's newest word is the one that counts. */
    private List<Said> saying(int index, boolean go) {
        List<Said> said = new ArrayList<>(turn.phase(index).gate().said());
        said.removeIf(earlier -> !go || !earlier.go() || earlier.by().equals(command.author()));
        said.add(new Said(command.author(), go, turn.now, command.reason()));
        return said;
    }

    private void record(int index, List<Said> said, String words) {
        PhaseMemory phase = turn.phase(index);
        turn.phase(index, phase.with(phase.gate().saying(said)));
        turn.tellPhase(index, EventType.DECISION_RECORDED, words);
    }

    /** The index of the phase if something can be decided about it as the author saw it; -1 after a rejection. */
    private int decidable(String id) {
        int index = turn.indexOf(id);
        if (index < 0) {
            reject(SENSELESS, "run", List.of("The plan has no phase \"" + id + "\"."));
            return -1;
        }
        PhaseMemory phase = turn.phase(index);
        if (!phase.current()) {
            reject(
                    CONFLICT,
                    subject(index),
                    List.of("There is nothing to decide about " + id + ": it is "
                            + phase.state().word() + "."));
            return -1;
        }
        Long seen = command.revision();
        if (seen != null && seen < phase.gate().revision()) {
            reject(
                    CONFLICT,
                    subject(index),
                    standing(
                            index,
                            "The gate of " + id + " changed after you looked (you saw revision " + seen
                                    + ", it changed at " + phase.gate().revision() + ")"));
            return -1;
        }
        return index;
    }

    /** The sentence, with how the gate stands now and the first criteria that are not met. */
    private List<String> standing(int index, String sentence) {
        PhaseMemory phase = turn.phase(index);
        List<String> problems = new ArrayList<>();
        problems.add(sentence + "; now " + phase.gate().tally().words() + ".");
        if (phase.gate().allMetSince() != null && phase.gate().result() == GateResult.NO_GO) {
            problems.add("All criteria are met, and must stay so for "
                    + Words.of(turn.planned(index).gate().sustain()) + ".");
        }
        for (Phase.Criterion criterion : turn.planned(index).gate().require()) {
            for (CheckKey key : turn.itemsOf(Set.of(criterion.check()))) {
                CheckState check = turn.check(key);
                if (check.judge(criterion.state()).verdict() != Verdict.MET && problems.size() <= REASONS) {
                    problems.add(key.check() + "/" + key.item() + ": expected "
                            + check.check().state(criterion.state()).text() + ", saw "
                            + check.judge(criterion.state()).saw() + ".");
                }
            }
        }
        return problems;
    }

    void reject(int status, String subject, List<String> problems) {
        turn.tellView(
                EventType.COMMAND_REJECTED,
                subject,
                "what " + command.author() + " asked for was refused",
                new Rejection(command.id(), status, problems));
    }

    private String because() {
        String reason = command.reason();
        return reason == null || reason.isBlank() ? "" : ": " + reason;
    }

    private String subject(int index) {
        return "phase/" + turn.phase(index).id();
    }
}
