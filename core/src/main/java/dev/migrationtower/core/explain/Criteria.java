package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.Requirement;
import dev.migrationtower.core.plan.Requirement.AtLeast;
import dev.migrationtower.core.plan.Requirement.InState;
import dev.migrationtower.core.plan.Requirement.StepsDone;
import dev.migrationtower.core.plan.Requirement.TasksDone;
import dev.migrationtower.core.plan.Role;
import dev.migrationtower.core.plan.Rollback;
import dev.migrationtower.core.plan.Script;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of what phases are made of: what closes them, who decides, what is held, what is done in them. */
final class Criteria {
    private final Plan plan;
    private final String language;
    private final Table table = new Table();
    private String phase = "";
    private String what = "";

    Criteria(Plan plan, String language) {
        this.plan = plan;
        this.language = language;
        table.row("PHASE", "WHAT", "", "MEANS", "NOTE");
    }

    String text() {
        return table.text();
    }

    /** A row; what the row above it says, too, is not repeated. */
    private void row(String phase, String what, String subject, String means, String note) {
        boolean samePhase = phase.equals(this.phase);
        boolean same = samePhase && what.equals(this.what);
        table.row(samePhase ? "" : phase, same ? "" : what, subject, means, note);
        this.phase = phase;
        this.what = what;
    }

    /** Adds all rows of a phase. */
    void add(Phase phase) {
        String id = phase.id();
        table.row();
        for (Phase.Task task : phase.tasks()) {
            row(id, "task", task.id(), task.text().in(language), joined(task.role(), Written.of(task.estimate())));
        }
        Script script = phase.script();
        if (script != null) {
            script(id, script);
        }
        Phase.PointOfNoReturn point = phase.pointOfNoReturn();
        if (point != null) {
            String when = point.afterStep() == null ? "when it begins" : "after " + point.afterStep();
            row(
                    id,
                    "no way back",
                    when,
                    point.note() == null ? "" : point.note().in(language),
                    "");
        }
        phase.gate().require().of().forEach(wanted -> criterion(id, wanted, ""));
        row(id, "closes when", "for " + Written.of(phase.gate().sustain()), "all of it at the same time", "");
        decision(id, phase.gate().decision());
        Holds.after(plan, phase)
                .forEach(held -> row(
                        id,
                        "holds",
                        subject(held.check(), held.state()),
                        plan.check(held.check()).state(held.state()).text(),
                        joined(held.derived() ? "from deviation" : "", until(held.until()))));
    }

    /** Adds what proposes the rollback. */
    void proposal(Rollback.Proposal proposal) {
        table.row();
        Check check = plan.check(proposal.check());
        row(
                "",
                "proposed when",
                check.id() + " is " + proposal.state() + (check.items().size() == 1 ? "" : " (any item)"),
                check.state(proposal.state()).text(),
                "for " + Written.of(proposal.after()));
    }

    private void script(String phase, Script script) {
        script.lanes().stream()
                .filter(lane -> !lane.id().equals(Script.ONLY_LANE))
                .forEach(lane -> row(phase, "lane", lane.id(), "does every step", ""));
        script.steps().forEach(step -> row(phase, "step", step.id(), told(step), Written.of(step.estimate())));
        for (Script.Source source : script.follow()) {
            String probe = plan.check(source.check()).probe();
            String reads =
                    source.progressOf().isEmpty() ? "lines" : "progress of " + String.join(", ", source.progressOf());
            String lane = source.lane() == null ? "" : "lane " + source.lane();
            row(phase, "followed by", source.check(), probe + ": " + reads, lane);
        }
        Script.Heartbeat beat = script.heartbeat();
        if (beat != null) {
            String silence = "late after %s, lost after %s"
                    .formatted(Written.of(beat.lateAfter()), Written.of(beat.lostAfter()));
            row(phase, "alive says", beat.match().pattern(), silence, "");
        }
        if (script.failure() != null) {
            row(phase, "failed says", script.failure().pattern(), "a step failed", "");
        }
    }

    private static String told(Script.Step step) {
        String lines = joined(
                step.start() == null ? "" : "start",
                step.progress() == null ? "" : "progress",
                step.done() == null ? "" : "end");
        return lines.isEmpty() ? "told by a ping or a person" : "a line at its " + lines;
    }

    private void criterion(String phase, Requirement wanted, String indent) {
        switch (wanted) {
            case InState state ->
                row(
                        phase,
                        "closes when",
                        indent + subject(state.check(), state.state()),
                        plan.check(state.check()).state(state.state()).text(),
                        joined(state.derived() ? "from deviation" : "", weight(plan.check(state.check()))));
            case TasksDone done ->
                row(phase, "closes when", indent + "tasks done", String.join(", ", done.tasks()), "");
            case StepsDone done ->
                row(phase, "closes when", indent + "steps done", String.join(", ", done.steps()), "in every lane");
            case AtLeast some -> {
                String needed = some.isAll() ? "all" : some.needed() == 1 ? "any" : "at least " + some.needed();
                row(phase, "closes when", indent + needed + " of", "", "");
                some.of().forEach(inner -> criterion(phase, inner, indent + "  "));
            }
        }
    }

    private void decision(String phase, Phase.@Nullable Decision decision) {
        if (decision == null) {
            return;
        }
        String role = decision.role();
        String approvals = decision.approvals() == 1 ? "one approval" : decision.approvals() + " approvals";
        String not = decision.notAuthorOf().isEmpty()
                ? ""
                : "nobody who acted in " + String.join(", ", decision.notAuthorOf());
        row(
                phase,
                "decision",
                role == null ? "anybody" : role,
                decision.question().in(language),
                "");
        row(phase, "decision", approvals, people(role), not);
    }

    private String people(@Nullable String id) {
        Role role = id == null ? null : plan.roles().get(id);
        if (role == null) {
            return id == null ? "of anybody" : "the plan does not say who that is";
        }
        String backup = role.backup().isEmpty() ? "" : "; backup " + String.join(", ", role.backup());
        return role.isEmpty() ? "nobody" : "of " + String.join(", ", role.people()) + backup;
    }

    private String subject(String check, String state) {
        int items = plan.check(check).items().size();
        return check + " is " + state + (items == 1 ? "" : " (" + items + " items)");
    }

    private static String until(@Nullable String phase) {
        return phase == null ? "to the end" : "until " + phase;
    }

    private static String weight(Check check) {
        return switch (check.severity()) {
            case GATE -> "";
            case WARN -> "warns, closes nothing";
            case INFO -> "shown, closes nothing";
        };
    }

    private static String joined(@Nullable String... parts) {
        return String.join(
                ", ",
                Arrays.stream(parts)
                        .filter(Objects::nonNull)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
