package dev.migrationtower.core.fold;

import dev.migrationtower.events.PhaseState;

/** What people do with a phase that does not go as planned: leave it out, call it failed, and the way back from both. */
final class Detours {
    private final Asked asked;
    private final Turn turn;
    private final Path path;

    Detours(Asked asked, Path path) {
        this.asked = asked;
        this.turn = asked.turn;
        this.path = path;
    }

    void skip(String id) {
        int index = asked.gate(id);
        if (index < 0) {
            return;
        }
        PhaseMemory phase = turn.phase(index);
        if (!phase.isOpen()) {
            conflict(id, "It cannot be left out any more");
            return;
        }
        path.skip(index, asked.reason(), asked.author() + " leaves " + id + " out" + asked.because());
    }

    void unskip(String id) {
        int index = asked.gateSpokenOf(id);
        if (index < 0) {
            return;
        }
        String words = asked.author() + " no longer leaves " + id + " out" + asked.because();
        if (turn.phase(index).state() != PhaseState.SKIPPED) {
            conflict(id, "It is not left out");
        } else if (path.isAhead(index)) {
            path.putBack(index, words);
        } else if (path.isLastOver(index)) {
            path.reopen(index, words);
        } else {
            conflict(id, "Too late: something was done or seen since, which a word does not undo");
        }
    }

    void fail(String id) {
        int index = asked.gate(id);
        if (index < 0) {
            return;
        }
        if (!turn.phase(index).current()) {
            conflict(id, "Only what is under way can fail");
            return;
        }
        path.fail(index, asked.reason(), asked.author() + " says that " + id + " failed" + asked.because());
    }

    void unfail(String id) {
        int index = asked.gate(id);
        if (index < 0) {
            return;
        }
        if (turn.phase(index).state() != PhaseState.FAILED) {
            conflict(id, "It did not fail");
        } else {
            path.reopen(index, asked.author() + " takes " + id + " up again" + asked.because());
        }
    }

    private void conflict(String id, String what) {
        asked.refuse(
                Asked.CONFLICT,
                Asked.subject(id),
                what + ": " + id + " is "
                        + turn.phase(turn.derived.indexOf(id)).state().word() + ".");
    }
}
