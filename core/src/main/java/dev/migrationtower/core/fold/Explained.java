package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
                .map(criterion -> lack(turn, criterion, sheet.standing(criterion)))
                .sorted()
                .limit(REASONS)
                .forEach(problems::add);
        return problems;
    }

    private static String lack(Turn turn, Criterion criterion, Standing standing) {
        return switch (criterion) {
            case Criterion.OfCheck it -> {
                CheckState check = turn.check(new CheckKey(turn.run, it.check(), it.item()));
                yield it.check() + "/" + it.item() + ": expected "
                        + check.check().state(it.state()).text() + ", saw "
                        + check.judge(it.state()).saw() + ".";
            }
            case Criterion.OfTask it -> "The task " + it.task() + " is not done.";
            case Criterion.OfStep it ->
                "The step " + it.step() + " in lane " + it.lane() + " is "
                        + (standing == Standing.UNKNOWN ? "unknown." : "not done.");
        };
    }
}
