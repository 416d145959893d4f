package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Estimate;
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
import dev.migrationtower.events.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of what phases are made of: what closes them, who decides, what is held, what is done in them. */
final class Criteria {
    private final Plan plan;
    private final Phrases phrases;
    private final Table table = new Table();
    private String phase = "";
    private String what = "";

    Criteria(Plan plan, Phrases phrases) {
        this.plan = plan;
        this.phrases = phrases;
        table.row(
                phrases.say("column.phase"),
                phrases.say("column.what"),
                "",
                phrases.say("column.means"),
                phrases.say("column.note"));
    }

    Table table() {
        return table;
    }

    /** A row; what the row above it says, too, is not repeated. */
    private void row(String phase, String kind, String subject, String means, String note) {
        String what = phrases.say(kind);
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
            row(id, "task", task.id(), text(task.text()), joined(task.role(), written(task.estimate())));
        }
        Script script = phase.script();
        if (script != null) {
            script(id, script);
        }
        Phase.PointOfNoReturn point = phase.pointOfNoReturn();
        if (point != null) {
            String when = point.afterStep() == null
                    ? phrases.say("no-return.begins")
                    : phrases.say("no-return.after", point.afterStep());
            row(id, "no-return", when, point.note() == null ? "" : text(point.note()), "");
        }
        phase.gate().require().of().forEach(wanted -> criterion(id, wanted, ""));
        row(id, "closes", lasting(phase.gate().sustain()), phrases.say("closes.together"), "");
        decision(id, phase.gate().decision());
        Holds.after(plan, phase)
                .forEach(held -> row(
                        id,
                        "holds",
                        subject(held.check(), held.state()),
                        plan.check(held.check()).state(held.state()).text(),
                        joined(held.derived() ? phrases.say("derived") : "", until(held.until()))));
    }

    /** Adds what proposes the rollback. */
    void proposal(Rollback.Proposal proposal) {
        table.row();
        Check check = plan.check(proposal.check());
        row(
                "",
                "proposed",
                phrases.say("is", check.id(), proposal.state())
                        + (check.items().size() == 1 ? "" : " " + phrases.say("item.any")),
                check.state(proposal.state()).text(),
                lasting(proposal.after()));
    }

    private void script(String phase, Script script) {
        script.lanes().stream()
                .filter(lane -> !lane.id().equals(Script.ONLY_LANE))
                .forEach(lane -> row(phase, "lane", lane.id(), phrases.say("lane.does"), ""));
        script.steps().forEach(step -> row(phase, "step", step.id(), told(step), written(step.estimate())));
        for (Script.Source source : script.follow()) {
            String probe = plan.check(source.check()).probe();
            String reads = source.progressOf().isEmpty()
                    ? phrases.say("follow.lines", probe)
                    : phrases.say("follow.progress", probe, String.join(", ", source.progressOf()));
            String lane = source.lane() == null ? "" : phrases.say("follow.lane", source.lane());
            row(phase, "follow", source.check(), reads, lane);
        }
        Script.Heartbeat beat = script.heartbeat();
        if (beat != null) {
            String silence = phrases.say("alive.silence", Written.of(beat.lateAfter()), Written.of(beat.lostAfter()));
            row(phase, "alive", beat.match().pattern(), silence, "");
        }
        if (script.failure() != null) {
            row(phase, "failed", script.failure().pattern(), phrases.say("failed.means"), "");
        }
        script.ignore().forEach(pattern -> row(phase, "ignored", pattern.pattern(), "", ""));
    }

    private String told(Script.Step step) {
        String lines = joined(
                step.start() == null ? "" : phrases.say("step.start"),
                step.progress() == null ? "" : phrases.say("step.progress"),
                step.done() == null ? "" : phrases.say("step.done"));
        return lines.isEmpty() ? phrases.say("step.otherwise") : phrases.say("step.line", lines);
    }

    private void criterion(String phase, Requirement wanted, String indent) {
        switch (wanted) {
            case InState state ->
                row(
                        phase,
                        "closes",
                        indent + subject(state.check(), state.state()),
                        plan.check(state.check()).state(state.state()).text(),
                        joined(
                                state.derived() ? phrases.say("derived") : "",
                                Looks.weight(plan.check(state.check()), phrases)));
            case TasksDone done ->
                row(phase, "closes", indent + phrases.say("closes.tasks"), String.join(", ", done.tasks()), "");
            case StepsDone done ->
                row(
                        phase,
                        "closes",
                        indent + phrases.say("closes.steps"),
                        String.join(", ", done.steps()),
                        phrases.say("closes.lanes"));
            case AtLeast some -> {
                String needed = some.isAll()
                        ? phrases.say("closes.all")
                        : some.needed() == 1 ? phrases.say("closes.any") : phrases.say("closes.some", some.needed());
                row(phase, "closes", indent + needed, "", "");
                some.of().forEach(inner -> criterion(phase, inner, indent + "  "));
            }
        }
    }

    private void decision(String phase, Phase.@Nullable Decision decision) {
        if (decision == null) {
            return;
        }
        String role = decision.role();
        String approvals =
                decision.approvals() == 1 ? phrases.say("approval") : phrases.say("approvals", decision.approvals());
        String not = decision.notAuthorOf().isEmpty()
                ? ""
                : phrases.say("approval.not", String.join(", ", decision.notAuthorOf()));
        row(phase, "decision", role == null ? phrases.say("anybody") : role, text(decision.question()), "");
        row(phase, "decision", approvals, people(role), not);
    }

    private String people(@Nullable String id) {
        Role role = id == null ? null : plan.roles().get(id);
        if (role == null) {
            return id == null ? phrases.say("approval.of", phrases.say("anybody")) : phrases.say("approval.unknown");
        }
        String people = String.join(", ", role.people());
        return role.isEmpty()
                ? phrases.say("approval.nobody")
                : role.backup().isEmpty()
                        ? phrases.say("approval.of", people)
                        : phrases.say("approval.backup", people, String.join(", ", role.backup()));
    }

    private String subject(String check, String state) {
        int items = plan.check(check).items().size();
        return phrases.say("is", check, state) + (items == 1 ? "" : " " + phrases.say("items", items));
    }

    private String until(@Nullable String phase) {
        return phase == null ? phrases.say("until.end") : phrases.say("until", phase);
    }

    private String lasting(Duration time) {
        return time.isZero() ? phrases.say("closes.at-once") : phrases.say("closes.for", Written.of(time));
    }

    private String written(@Nullable Estimate estimate) {
        return Written.of(estimate, phrases);
    }

    private String text(Text text) {
        return text.in(phrases.language());
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
