package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.TaskView.DoneBy;
import org.jspecify.annotations.Nullable;

/** What people do and undo. A task may be done before its phase begins, and no more once that is over. */
final class Tasks {
    private final Asked asked;
    private final Turn turn;

    Tasks(Asked asked) {
        this.asked = asked;
        this.turn = asked.turn;
    }

    void done(Action.Done done) {
        int index = open(done.phase());
        Phase.Task task = index < 0 ? null : task(index, done.task());
        if (task == null || !asked.mayActAs(task.role(), Asked.subject(done.phase()))) {
            return;
        }
        if (turn.phase(index).people().tasks().containsKey(task.id())) {
            asked.refuse(Asked.CONFLICT, Asked.subject(done.phase()), "The task " + task.id() + " is done already.");
            return;
        }
        DoneBy by = new DoneBy(asked.author(), turn.now, done.evidence());
        turn.phase(index, phase -> phase.with(phase.people().done(task.id(), by).with(asked.author())));
        stands(index, task.id(), Standing.MET);
        String shown = done.evidence() == null ? "" : " (" + done.evidence() + ")";
        turn.tellPhase(
                index,
                EventType.TASK_DONE,
                subject(done.phase(), task.id()),
                asked.author() + ": done: " + task.text().in("en") + shown + asked.because());
    }

    void undone(Action.Undone undone) {
        int index = open(undone.phase());
        Phase.Task task = index < 0 ? null : task(index, undone.task());
        if (task == null || !asked.mayActAs(task.role(), Asked.subject(undone.phase()))) {
            return;
        }
        if (!turn.phase(index).people().tasks().containsKey(task.id())) {
            asked.refuse(Asked.CONFLICT, Asked.subject(undone.phase()), "The task " + task.id() + " is not done.");
            return;
        }
        turn.phase(index, phase -> phase.with(phase.people().undone(task.id())));
        stands(index, task.id(), Standing.NOT_MET);
        turn.tellPhase(
                index,
                EventType.TASK_UNDONE,
                subject(undone.phase(), task.id()),
                asked.author() + ": not done after all: " + task.text().in("en") + asked.because());
    }

    private void stands(int index, String task, Standing standing) {
        turn.stands(index, new Criterion.OfTask(task), standing);
    }

    private int open(String id) {
        int index = asked.inProgress() ? asked.phase(id) : -1;
        if (index < 0) {
            return -1;
        }
        PhaseMemory phase = turn.phase(index);
        if (!phase.isOpen()) {
            asked.refuse(
                    Asked.CONFLICT,
                    Asked.subject(id),
                    id + " is " + phase.state().word() + "; its tasks are closed.");
            return -1;
        }
        return index;
    }

    private Phase.@Nullable Task task(int index, String id) {
        Phase phase = turn.derived.phases.get(index);
        for (Phase.Task task : phase.tasks()) {
            if (task.id().equals(id)) {
                return task;
            }
        }
        asked.refuse(Asked.SENSELESS, Asked.subject(phase.id()), phase.id() + " has no task \"" + id + "\".");
        return null;
    }

    private static String subject(String phase, String task) {
        return "task/" + phase + "/" + task;
    }
}
