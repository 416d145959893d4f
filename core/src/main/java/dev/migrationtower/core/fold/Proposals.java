package dev.migrationtower.core.fold;

import dev.migrationtower.core.fold.CheckMemory.Expectation;
import dev.migrationtower.events.EventType;
import java.util.ArrayList;
import java.util.List;

/** What speaks for a rollback. It is only ever proposed: a person begins it. */
final class Proposals {
    private final Turn turn;

    Proposals(Turn turn) {
        this.turn = turn;
    }

    /** Tells if the check began or ceased to speak for it. */
    void compare(CheckState before, CheckState after) {
        List<String> was = sentences(before);
        List<String> is = sentences(after);
        if (was.equals(is)) {
            return;
        }
        List<String> proposals = new ArrayList<>(turn.memory().stage().proposals());
        proposals.removeAll(was);
        proposals.addAll(is);
        turn.memory(memory -> memory.with(memory.stage().proposing(proposals)));
        if (is.size() > was.size()) {
            turn.tellRun(EventType.ROLLBACK_PROPOSED, "a rollback is proposed: " + String.join("; ", is));
        } else {
            turn.tellRun(EventType.ROLLBACK_UNPROPOSED, "no longer proposed: " + String.join("; ", was));
        }
    }

    /** All that speaks for it in this run, in the order of the plan. */
    static List<String> of(Run run) {
        return run.derived.itemsOf(run.id(), run.derived.duties.checks()).stream()
                .flatMap(key -> sentences(run.check(key)).stream())
                .toList();
    }

    private static List<String> sentences(CheckState state) {
        return state.memory().expectations().stream()
                .filter(Expectation::isProposal)
                .map(expectation -> Telling.name(state) + " is " + expectation.state() + " ("
                        + state.check().state(expectation.state()).text() + ")")
                .toList();
    }
}
