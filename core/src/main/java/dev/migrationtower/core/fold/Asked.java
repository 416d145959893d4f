package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Role;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.View.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody asks of a run, and how it is refused. */
final class Asked {
    /** The run is not, or no longer, as the author thinks. */
    static final int CONFLICT = 409;
    /** It makes no sense here, or lacks something. */
    static final int SENSELESS = 422;
    /** It is not for the author to say. */
    static final int FORBIDDEN = 403;

    final Turn turn;
    final Command command;

    Asked(Turn turn, Command command) {
        this.turn = turn;
        this.command = command;
    }

    String author() {
        return command.author();
    }

    /** {@code : why}, or nothing if no reason was given. */
    String because() {
        return reason().isEmpty() ? "" : ": " + reason();
    }

    /** The reason; empty if none was given. */
    String reason() {
        String reason = command.reason();
        return reason == null ? "" : reason.strip();
    }

    /** Whether a reason was given where one is needed; tells if not. */
    boolean isReasoned() {
        boolean reasoned = !command.action().needsReason() || !reason().isEmpty();
        if (!reasoned) {
            refuse(SENSELESS, "run", "This needs a reason: say why, for those who read it later.");
        }
        return reasoned;
    }

    void refuse(int status, String subject, List<String> problems) {
        turn.tellView(
                EventType.COMMAND_REJECTED,
                subject,
                "what " + author() + " asked for was refused: " + problems.getFirst(),
                new Rejection(command.id(), status, problems));
    }

    void refuse(int status, String subject, String problem) {
        refuse(status, subject, List.of(problem));
    }

    /** Whether the run is under way; tells if not. */
    boolean inProgress() {
        if (!turn.inProgress()) {
            refuse(CONFLICT, "run", "The run is " + turn.state().word() + ".");
        }
        return turn.inProgress();
    }

    /** Whether the run is under way, or ended with its last phase, which a word may have passed; tells if not. */
    boolean mayGoOn() {
        return switch (turn.state()) {
            case COMPLETED, ROLLED_BACK -> true;
            case SCHEDULED, IN_PROGRESS, ABORTED -> inProgress();
        };
    }

    /** The number of the phase; -1 after a refusal because there is none. */
    int phase(String id) {
        int index = turn.derived.indexOf(id);
        if (index < 0) {
            refuse(SENSELESS, "run", "The plan has no phase \"" + id + "\".");
        }
        return index;
    }

    /** The number of the phase if the run is under way and the author knows how its gate stands; -1 after a refusal. */
    int gate(String id) {
        return inProgress() ? known(id) : -1;
    }

    /** The same of a phase that the author takes a word about back, with which the run may have ended. */
    int gateSpokenOf(String id) {
        return mayGoOn() ? known(id) : -1;
    }

    private int known(String id) {
        int index = phase(id);
        return index >= 0 && isUpToDate(index) ? index : -1;
    }

    static String subject(String phase) {
        return "phase/" + phase;
    }

    /** Whether the author may do what this role is for; tells if not. Where nobody is behind a role, anybody may. */
    boolean mayActAs(@Nullable String role, String subject) {
        Role known = role == null ? null : turn.derived.plan.roles().get(role);
        if (known == null || known.isEmpty() || known.has(author())) {
            return true;
        }
        refuse(
                FORBIDDEN,
                subject,
                "This is for " + known.id() + " to say: " + String.join(", ", turn.derived.plan.peopleOf(known.id()))
                        + ".");
        return false;
    }

    /** Whether the author knows how the gate of the phase stands; tells what changed if not. */
    boolean isUpToDate(int index) {
        PhaseMemory phase = turn.phase(index);
        Long seen = command.revision();
        if (seen == null || seen >= phase.gate().revision()) {
            return true;
        }
        refuse(
                CONFLICT,
                subject(phase.id()),
                Explained.changed(
                        turn,
                        index,
                        "The gate of " + phase.id() + " changed after you looked (you saw revision " + seen
                                + ", it changed at " + phase.gate().revision() + ")"));
        return false;
    }
}
