package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.TaskView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How a gate stands and what it lacks, for somebody who was refused. */
final class Explained {
    /** As many of the reasons as a person reads. */
    private static final int REASONS = 5;

    private Explained() {}

    /** The sentence, with how the gate stands now and the first criteria that are not met. */
    static List<String> standing(Turn turn, int index, String sentence) {
        GateMemory gate = turn.phase(index).gate();
        List<String> problems = new ArrayList<>();
        problems.add(sentence + "; now " + gate.tally().words() + ".");
        Sheet sheet = turn.sheet();
        if (sheet == null || index != turn.current()) {
            return problems;
        }
        Duration sustain = turn.derived.phases.get(index).gate().sustain();
        if (gate.allMetSince() != null && turn.now.isBefore(gate.allMetSince().plus(sustain))) {
            problems.add("All criteria are met, and must stay so for " + Words.of(sustain) + ".");
        }
        sheet.criteria().all().stream()
                .filter(criterion ->
                        sheet.standing(criterion) == Standing.NOT_MET || sheet.standing(criterion) == Standing.UNKNOWN)
                .map(criterion -> words(turn, criterion, sheet.standing(criterion)))
                .sorted()
                .limit(REASONS)
                .forEach(problems::add);
        return problems;
    }

    /** The same with what changed last. */
    static List<String> changed(Turn turn, int index, String sentence) {
        List<String> problems = standing(turn, index, sentence);
        turn.derived.criteria(index).all().stream()
                .flatMap(criterion -> newest(turn, index, criterion).stream())
                .max(Comparator.comparing(Change::at))
                .ifPresent(change -> problems.add("What changed last, at "
                        + Words.time(change.at, turn.derived.plan.timezone()) + ": " + change.words));
        return problems;
    }

    private record Change(Instant at, String words) {}

    private static Optional<Change> newest(Turn turn, int index, Criterion criterion) {
        PhaseMemory phase = turn.phase(index);
        Optional<Instant> at = switch (criterion) {
            case Criterion.OfCheck it ->
                turn.check(new CheckKey(turn.run, it.check(), it.item())).memory().expectations().stream()
                        .filter(expectation -> expectation.phase().equals(phase.id())
                                && expectation.state().equals(it.state()))
                        .map(CheckMemory.Expectation::since)
                        .findFirst();
            case Criterion.OfTask it ->
                Optional.ofNullable(phase.people().tasks().get(it.task())).map(TaskView.DoneBy::at);
            case Criterion.OfStep it ->
                phase.following().shown().stream()
                        .filter(lane -> lane.id().equals(it.lane()))
                        .flatMap(lane -> lane.steps().stream())
                        .filter(step -> step.id().equals(it.step()))
                        .map(LaneView.StepView::endedAt)
                        .filter(Objects::nonNull)
                        .findFirst();
        };
        Standing standing = Standings.standing(criterion, phase, turn.run, turn::check);
        return at.map(time -> new Change(time, words(turn, criterion, standing)));
    }

    private static String words(Turn turn, Criterion criterion, Standing standing) {
        return switch (criterion) {
            case Criterion.OfCheck it -> {
                CheckState check = turn.check(new CheckKey(turn.run, it.check(), it.item()));
                yield it.check() + "/" + it.item() + ": expected "
                        + check.check().state(it.state()).text() + ", saw "
                        + check.judge(it.state()).saw() + ".";
            }
            case Criterion.OfTask it ->
                "The task " + it.task() + (standing == Standing.MET ? " is done." : " is not done.");
            case Criterion.OfStep it ->
                "The step " + it.step() + " in lane " + it.lane() + " is "
                        + switch (standing) {
                            case UNKNOWN -> "unknown.";
                            case MET -> "done.";
                            case NOT_MET, WAIVED -> "not done.";
                        };
        };
    }
}
