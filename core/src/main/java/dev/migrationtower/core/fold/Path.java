package dev.migrationtower.core.fold;

import dev.migrationtower.events.EventType;
import dev.migrationtower.events.GateResult;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.Said;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves the run along its path: the phases of the plan or, on the way back, those of its rollback. */
final class Path {
    private final Turn turn;
    private final Expectations expectations;

    Path(Turn turn, Expectations expectations) {
        this.turn = turn;
        this.expectations = expectations;
    }

    /** Starts the run with its first phase. */
    void start() {
        startAfter(-1, List.of());
        expectations.judgeAll();
    }

    /** The gate is passed, and the next phase begins. */
    void pass(int index, String reason) {
        end(index, PhaseState.PASSED, null);
        Assignments.unfollow(turn, turn.derived.phases.get(index));
        turn.tellPhase(index, EventType.PHASE_PASSED, reason);
        startAfter(index, turn.phase(index).gate().said());
        expectations.judgeAll();
    }

    /** The phase is left out; if it was under way, the next begins. */
    void skip(int index, String reason, String words) {
        boolean wasCurrent = index == turn.current();
        end(index, PhaseState.SKIPPED, reason);
        Assignments.unfollow(turn, turn.derived.phases.get(index));
        turn.tellPhase(index, EventType.PHASE_SKIPPED, words);
        if (wasCurrent) {
            startAfter(index, List.of());
        }
        expectations.judgeAll();
    }

    /** A run that was over goes on, and is looked at again. */
    void resume(String words) {
        turn.memory(memory -> memory.with(memory.stage().resuming()));
        turn.tellRun(EventType.RUN_RESUMED, words);
        turn.minding();
        Assignments.begin(turn);
    }

    /** The phase failed: the run stands there until somebody decides what comes next. */
    void fail(int index, String reason, String words) {
        end(index, PhaseState.FAILED, reason);
        turn.sheet(null);
        turn.tellPhase(index, EventType.PHASE_FAILED, words);
        expectations.judgeAll();
    }

    /** A phase that was over is under way again; what began after it, and came to nothing, is pending again. */
    void reopen(int index, String words) {
        if (turn.memory().endedAt() != null) {
            resume("the run goes on: " + words);
        }
        int current = turn.current();
        if (current >= 0 && current != index) {
            turn.phase(current, phase -> phase.unbegun(turn.revision(), turn.now));
            turn.tellPhase(current, EventType.PHASE_REOPENED, "not begun any more");
        }
        underWayAgain(index);
        turn.tellPhase(index, EventType.PHASE_REOPENED, words);
        expectations.judgeAll();
    }

    /** From the plan's path to the first phase of its rollback. */
    void turnBack() {
        int left = standsAt();
        if (left >= 0) {
            end(left, PhaseState.ROLLED_BACK, turn.phase(left).reason());
            turn.tellPhase(left, EventType.PHASE_ROLLED_BACK, "left for the rollback");
        }
        turn.memory(memory -> memory.turning(true));
        startAfter(turn.derived.plan.phases().size() - 1, List.of());
        expectations.judgeAll();
    }

    /** And back to where the plan's path was left. */
    void turnForth() {
        int first = turn.current();
        turn.phase(first, phase -> phase.unbegun(turn.revision(), turn.now));
        turn.tellPhase(first, EventType.PHASE_REOPENED, "not begun any more");
        turn.memory(memory -> memory.turning(false));
        for (int i = 0; i < turn.derived.plan.phases().size(); i++) {
            if (turn.phase(i).state() == PhaseState.ROLLED_BACK) {
                goOn(i);
            }
        }
        expectations.judgeAll();
    }

    private void goOn(int index) {
        String failure = turn.phase(index).reason();
        if (failure != null) {
            turn.phase(index, phase -> phase.being(PhaseState.FAILED, phase.times(), failure));
            turn.sheet(null);
        } else {
            underWayAgain(index);
        }
        turn.tellPhase(index, EventType.PHASE_REOPENED, "under way again: the rollback is abandoned");
    }

    /** As it was when it ended, so that what was said of its gate still stands if the gate does. */
    private void underWayAgain(int index) {
        boolean asks = turn.phase(index).gate().result() == GateResult.GO
                && turn.derived.phases.get(index).gate().decision() != null;
        turn.phase(
                index,
                phase -> phase.being(
                        asks ? PhaseState.AWAITING_DECISION : PhaseState.ACTIVE,
                        phase.times().starting(turn.now).waiting(asks, turn.now),
                        null));
        Assignments.follow(turn);
        begin(index);
    }

    /** Whether nothing came of it that the phase is over: the next one not left out is untouched, or there is none. */
    boolean isLastOver(int index) {
        return turn.derived.isBack(index) == turn.memory().rollback() && isUntouchedFrom(index + 1);
    }

    /** Whether nothing came of the rollback yet, which is under way. */
    boolean isBackUntouched() {
        return isUntouchedFrom(turn.derived.plan.phases().size());
    }

    private boolean isUntouchedFrom(int first) {
        boolean ended = turn.memory().endedAt() != null;
        int next = ended ? end() : turn.current();
        if (next < first) {
            return false;
        }
        for (int between = first; between < next; between++) {
            if (turn.phase(between).state() != PhaseState.SKIPPED) {
                return false;
            }
        }
        return ended || turn.phase(next).isUntouched();
    }

    /** Whether some phase of the rollback is not left out. */
    boolean leadsBack() {
        int first = turn.derived.plan.phases().size();
        return turn.phases().subList(first, turn.phases().size()).stream()
                .anyMatch(phase -> phase.state() != PhaseState.SKIPPED);
    }

    /** Whether the run has not come to this phase yet. */
    boolean isAhead(int index) {
        return turn.inProgress() && !turn.derived.duties.isReached(index, turn.phases());
    }

    /** A phase ahead is no longer left out. */
    void putBack(int index, String words) {
        turn.phase(index, phase -> phase.being(PhaseState.PENDING, PhaseMemory.Times.NONE, null));
        Assignments.follow(turn, turn.derived.phases.get(index));
        turn.tellPhase(index, EventType.PHASE_REOPENED, words);
        expectations.judgeAll();
    }

    /** The phase that the run stands at: under way, or failed; -1 if it stands at none. */
    int standsAt() {
        for (int i = 0; i < turn.phases().size(); i++) {
            PhaseMemory phase = turn.phase(i);
            if (phase.current() || phase.state() == PhaseState.FAILED) {
                return i;
            }
        }
        return -1;
    }

    private void end(int index, PhaseState state, @Nullable String reason) {
        turn.phase(index, phase -> phase.being(state, phase.times().ending(turn.now), reason));
    }

    /** Begins the next phase of the path that is not left out; after the last the run is over. */
    private void startAfter(int index, List<Said> approvals) {
        int next = index + 1;
        while (next < end() && turn.phase(next).state() == PhaseState.SKIPPED) {
            next++;
        }
        if (next < end()) {
            start(next, approvals);
        } else {
            finish(turn.memory().rollback() ? RunState.ROLLED_BACK : RunState.COMPLETED);
        }
    }

    /** The number after the last of the path that the run is on. */
    private int end() {
        return turn.memory().rollback()
                ? turn.phases().size()
                : turn.derived.plan.phases().size();
    }

    private void start(int index, List<Said> approvals) {
        PhaseMemory.People people = turn.phase(index).people();
        for (Said said : approvals) {
            people = people.with(said.by());
        }
        PhaseMemory.People authors = people;
        turn.phase(
                index,
                phase -> phase.with(GateMemory.closed(turn.revision() + 1, turn.now))
                        .with(authors)
                        .being(PhaseState.ACTIVE, phase.times().starting(turn.now), null));
        begin(index);
        turn.tellPhase(
                index,
                EventType.PHASE_STARTED,
                turn.derived.phases.get(index).title().in("en") + " begins; its gate asks for "
                        + Words.count(turn.derived.criteria(index).group(0).size(), "criterion", "criteria"));
    }

    private void begin(int index) {
        turn.sheet(Standings.sheet(turn.derived, index, turn.phase(index), turn.run, turn::check));
    }

    private String ended(String last) {
        boolean leftOut = turn.phase(end() - 1).state() == PhaseState.SKIPPED;
        List<String> off =
                turn.derived.duties.neverRestored(turn.phases(), turn.memory().rollback());
        return last
                + (leftOut ? " is left out" : " is passed")
                + (off.isEmpty() ? "" : "; nobody saw restored what was switched off: " + String.join(", ", off));
    }

    /** The run is over; what was looked at for it is looked at no more. */
    private void finish(RunState state) {
        turn.sheet(null);
        turn.memory(memory -> memory.ending(state, turn.now));
        switch (state) {
            case COMPLETED -> turn.tellRun(EventType.RUN_COMPLETED, ended("the last phase"));
            case ROLLED_BACK -> turn.tellRun(EventType.RUN_ROLLED_BACK, ended("the last phase of the rollback"));
            case ABORTED, SCHEDULED, IN_PROGRESS ->
                throw new IllegalArgumentException("a path does not end " + state.word());
        }
        Assignments.end(turn);
    }
}
