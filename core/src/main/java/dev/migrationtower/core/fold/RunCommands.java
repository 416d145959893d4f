package dev.migrationtower.core.fold;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.AnnouncementView;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.Note;
import dev.migrationtower.events.WallView;
import java.util.ArrayList;
import java.util.List;

/** What people ask of the run as a whole. */
final class RunCommands {
    private static final String RUN = "run";

    private final Asked asked;
    private final Turn turn;
    private final Path path;

    RunCommands(Asked asked, Path path) {
        this.asked = asked;
        this.turn = asked.turn;
        this.path = path;
    }

    void start() {
        if (turn.state() != RunState.SCHEDULED) {
            asked.refuse(
                    Asked.CONFLICT,
                    RUN,
                    "The run was started before; it is " + turn.state().word() + ".");
            return;
        }
        turn.memory(memory -> memory.with(memory.stage().starting(turn.now)));
        turn.tellRun(EventType.RUN_STARTED, asked.author() + " started the run" + asked.because());
        Assignments.follow(turn);
        path.start();
    }

    void abort() {
        if (asked.inProgress()) {
            turn.memory(memory -> memory.ending(RunState.ABORTED, turn.now));
            turn.tellRun(EventType.RUN_ABORTED, asked.author() + " aborted the run" + asked.because());
            Assignments.end(turn);
        }
    }

    void resume(Expectations expectations) {
        if (turn.state() != RunState.ABORTED) {
            asked.refuse(
                    Asked.CONFLICT,
                    RUN,
                    "Only an aborted run can go on; it is " + turn.state().word() + ".");
            return;
        }
        path.resume(asked.author() + " lets the run go on" + asked.because());
        expectations.judgeAll();
    }

    void comment(Action.Comment comment) {
        turn.tellView(EventType.COMMENT_POSTED, RUN, asked.author() + ": " + comment.text(), new Note(comment.text()));
    }

    void announce(Action.Announce announce) {
        List<AnnouncementView> all = new ArrayList<>(turn.memory().notices().announcements());
        all.add(new AnnouncementView(asked.command.id(), announce.text(), asked.author(), turn.now));
        turn.memory(memory -> memory.with(memory.notices().announcing(all)));
        turn.tellRun(
                EventType.ANNOUNCEMENT_POSTED,
                asked.author() + " announced: " + announce.text().in("en"));
    }

    void unannounce(Action.Unannounce unannounce) {
        List<AnnouncementView> all = new ArrayList<>(turn.memory().notices().announcements());
        if (!all.removeIf(announcement -> announcement.id().equals(unannounce.announcement()))) {
            asked.refuse(
                    Asked.CONFLICT, RUN, "There is no announcement " + unannounce.announcement() + " to take back.");
            return;
        }
        turn.memory(memory -> memory.with(memory.notices().announcing(all)));
        turn.tellRun(EventType.ANNOUNCEMENT_WITHDRAWN, asked.author() + " took an announcement back" + asked.because());
    }

    void openWall(Action.OpenWall open) {
        if (!open.until().isAfter(turn.now)) {
            asked.refuse(Asked.SENSELESS, RUN, "A link that ends at " + open.until() + " would be over already.");
            return;
        }
        List<WallView> all = walls();
        all.add(new WallView(asked.command.id(), open.label(), asked.author(), turn.now, open.until()));
        turn.memory(memory -> memory.with(memory.notices().hanging(all)));
        turn.tellRun(
                EventType.WALL_OPENED,
                asked.author() + " lets a screen show the run until " + open.until() + asked.because());
    }

    void closeWall(Action.CloseWall close) {
        List<WallView> all = walls();
        if (!all.removeIf(wall -> wall.id().equals(close.wall()))) {
            asked.refuse(Asked.CONFLICT, RUN, "There is no link " + close.wall() + " to close.");
            return;
        }
        turn.memory(memory -> memory.with(memory.notices().hanging(all)));
        turn.tellRun(EventType.WALL_CLOSED, asked.author() + " closed the link of a screen" + asked.because());
    }

    private List<WallView> walls() {
        return new ArrayList<>(turn.memory().notices().walls());
    }

    void beginRollback() {
        if (!asked.inProgress()) {
            return;
        }
        if (turn.derived.plan.rollback() == null) {
            asked.refuse(Asked.SENSELESS, RUN, "The plan has no rollback.");
        } else if (turn.memory().rollback()) {
            asked.refuse(Asked.CONFLICT, RUN, "The rollback was begun before.");
        } else if (!path.leadsBack()) {
            asked.refuse(
                    Asked.CONFLICT, RUN, "Every phase of the rollback is left out: take one of them in again first.");
        } else {
            turn.tellRun(EventType.ROLLBACK_BEGUN, asked.author() + " began the rollback" + asked.because());
            path.turnBack();
        }
    }

    void abandonRollback() {
        if (!asked.inProgress()) {
            return;
        }
        if (!turn.memory().rollback()) {
            asked.refuse(Asked.CONFLICT, RUN, "No rollback was begun.");
        } else if (!path.isBackUntouched()) {
            asked.refuse(
                    Asked.CONFLICT,
                    RUN,
                    "The rollback cannot be abandoned any more: something of it was done, which a word does not undo.");
        } else {
            turn.tellRun(EventType.ROLLBACK_ABANDONED, asked.author() + " abandoned the rollback" + asked.because());
            path.turnForth();
        }
    }
}
