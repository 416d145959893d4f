package dev.migrationtower.dashboard.evidence;

import static dev.migrationtower.dashboard.evidence.Telling.cells;

import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.TaskView.DoneBy;
import dev.migrationtower.events.View.Note;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Said;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run came to, as tables: phases, who decided, what broke, what was waived, what people said. Its text is HTML. */
record EvidenceSections(Course course, RunView run, Telling tell) {

    @Override
    public String toString() {
        return section(tell.say("Phases", "Phases"), phases())
                + section(tell.say("Decisions", "Décisions"), decisions())
                + section(tell.say("Breaches", "Ruptures"), breaches())
                + section(tell.say("Waivers", "Dispenses"), waivers())
                + section(tell.say("Steps", "Étapes"), steps())
                + section(tell.say("Tasks", "Tâches"), tasks())
                + section(tell.say("Comments", "Commentaires"), comments());
    }

    private static String section(String title, String html) {
        return "<h2>" + title + "</h2>\n<div class=\"frame\" tabindex=\"0\" role=\"group\" aria-label=\"" + title
                + "\">" + html + "</div>\n";
    }

    private String phases() {
        return tell.table(
                cells(
                        "Phase",
                        tell.say("State", "État"),
                        tell.say("Began", "Début"),
                        tell.say("Ended", "Fin"),
                        tell.say("Took", "Durée"),
                        tell.say("of it waited for people", "dont attente de personnes"),
                        tell.say("Planned", "Prévu")),
                run.phases().stream().map(this::row).toList());
    }

    private List<String> row(PhaseView phase) {
        Long planned = phase.estimateSeconds();
        return cells(
                tell.text(phase.title()),
                word(phase.state()) + (phase.reason() == null ? "" : ": " + tell.text(phase.reason())),
                tell.time(phase.startedAt()),
                tell.time(phase.endedAt()),
                tell.span(phase.startedAt(), phase.endedAt()),
                phase.waitedSeconds() == 0 ? "" : tell.span(phase.waitedSeconds()),
                planned == null ? "" : tell.span(planned));
    }

    private String word(PhaseState state) {
        return switch (state) {
            case PENDING -> tell.say("to come", "à venir");
            case ACTIVE -> tell.say("under way", "en cours");
            case AWAITING_DECISION -> tell.say("awaits a decision", "attend une décision");
            case PASSED -> tell.say("passed", "passée");
            case SKIPPED -> tell.say("skipped", "omise");
            case FAILED -> tell.say("failed", "en échec");
            case ROLLED_BACK -> tell.say("rolled back", "abandonnée pour le retour");
        };
    }

    private String decisions() {
        return tell.table(
                cells(
                        "Phase",
                        tell.say("Said", "Dit"),
                        tell.say("By", "Par"),
                        tell.say("At", "À"),
                        tell.say("Reason", "Motif")),
                run.phases().stream()
                        .flatMap(phase -> course.said(phase.id()).stream().map(said -> row(phase, said)))
                        .toList());
    }

    private List<String> row(PhaseView phase, Said said) {
        boolean stands = phase.gate().decision() != null
                && phase.gate().decision().said().contains(said);
        return cells(
                tell.text(phase.title()),
                (said.go() ? "go" : "no-go") + (stands ? "" : " (" + tell.say("taken back", "retiré") + ")"),
                tell.text(said.by()),
                tell.time(said.at()),
                tell.text(said.reason()));
    }

    private String breaches() {
        return tell.table(
                cells(
                        tell.say("What", "Quoi"),
                        tell.say("Expected", "Attendu"),
                        tell.say("Saw", "Vu"),
                        tell.say("From", "De"),
                        tell.say("To", "À"),
                        tell.say("Lasted", "Durée")),
                course.breaches().stream()
                        .map(breach -> cells(
                                tell.text(breach.title()),
                                "<code>" + tell.text(breach.expected()) + "</code>",
                                tell.text(breach.saw()),
                                tell.time(breach.from()),
                                breach.to() == null
                                        ? tell.say("not in the record", "absent du journal")
                                        : tell.time(breach.to()),
                                tell.span(breach.from(), breach.to())))
                        .toList());
    }

    private String waivers() {
        return tell.table(
                cells(
                        tell.say("Phase, criterion", "Phase, critère"),
                        tell.say("By", "Par"),
                        tell.say("At", "À"),
                        tell.say("Counts again", "Compte à nouveau"),
                        tell.say("Reason", "Motif")),
                course.waivers().stream()
                        .map(waived -> cells(
                                tell.text(
                                        waived.phase() + ", " + waived.waiver().criterion()),
                                tell.text(waived.waiver().by()),
                                tell.time(waived.waiver().at()),
                                tell.time(
                                        waived.over() == null ? waived.waiver().until() : waived.over()),
                                tell.text(waived.waiver().reason())))
                        .toList());
    }

    private String steps() {
        return tell.table(
                cells(
                        tell.say("Lane", "Voie"),
                        tell.say("Step", "Étape"),
                        tell.say("State", "État"),
                        tell.say("Began", "Début"),
                        tell.say("Took", "Durée"),
                        tell.say("Evidence", "Preuve")),
                run.phases().stream()
                        .flatMap(phase -> phase.lanes().stream())
                        .flatMap(lane -> lane.steps().stream().map(step -> row(lane, step)))
                        .toList());
    }

    private List<String> row(LaneView lane, StepView step) {
        return cells(
                tell.text(lane.id()),
                tell.text(step.id()),
                word(step.state()) + (step.attempt() > 1 ? ", " + tell.say("attempt ", "essai ") + step.attempt() : ""),
                tell.time(step.startedAt()),
                tell.span(step.startedAt(), step.endedAt()),
                tell.text(step.evidence()));
    }

    private String word(StepState state) {
        return switch (state) {
            case PENDING -> tell.say("to come", "à venir");
            case RUNNING -> tell.say("runs", "en cours");
            case DONE -> tell.say("done", "faite");
            case FAILED -> tell.say("failed", "en échec");
        };
    }

    private String tasks() {
        return tell.table(
                cells(
                        tell.say("Task", "Tâche"),
                        tell.say("Done by", "Faite par"),
                        tell.say("At", "À"),
                        tell.say("What shows it", "Ce qui le montre")),
                run.phases().stream()
                        .flatMap(phase -> phase.tasks().stream())
                        .map(task -> {
                            @Nullable DoneBy done = task.done();
                            return done == null
                                    ? cells(tell.text(task.text()), tell.say("open", "ouverte"), "", "")
                                    : cells(
                                            tell.text(task.text()),
                                            tell.text(done.by()),
                                            tell.time(done.at()),
                                            tell.text(done.evidence()));
                        })
                        .toList());
    }

    private String comments() {
        return tell.table(
                cells(tell.say("At", "À"), tell.say("By", "Par"), tell.say("Said", "Dit")),
                course.comments().stream()
                        .flatMap(event -> event.view() instanceof Note note
                                ? Stream.of(cells(tell.time(event.at()), tell.text(event.by()), tell.text(note.text())))
                                : Stream.empty())
                        .toList());
    }
}
