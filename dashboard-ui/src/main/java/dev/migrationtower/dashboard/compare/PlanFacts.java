package dev.migrationtower.dashboard.compare;

import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.events.TaskView;
import dev.migrationtower.events.View.CriterionView;
import dev.migrationtower.events.View.DecisionView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a plan says, as far as a record tells, a line per subject: so that two of them can be laid over one another. Pure. */
final class PlanFacts {
    /** How subjects begin that are known only if a phase asked for them. */
    static final String CONDITION = "condition/";

    private PlanFacts() {}

    static SortedMap<String, String> of(Course course) {
        RunView run = course.run().orElseThrow();
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("plan", run.plan());
        facts.put("phases", ids(run, false));
        if (run.phases().stream().anyMatch(PhaseView::rollback)) {
            facts.put("rollback", ids(run, true));
        }
        Window window = run.window();
        if (window != null) {
            facts.put(
                    "window", Duration.between(window.opens(), window.closes()).toString());
        }
        run.phases().forEach(phase -> put(facts, "phase/" + phase.id() + "/", phase));
        course.looks().forEach((item, look) -> facts.put("check/" + item, look));
        course.conditions().forEach((state, condition) -> facts.put(CONDITION + state, condition));
        return facts;
    }

    private static String ids(RunView run, boolean rollback) {
        return run.phases().stream()
                .filter(phase -> phase.rollback() == rollback)
                .map(PhaseView::id)
                .collect(Collectors.joining(", "));
    }

    private static void put(SortedMap<String, String> facts, String under, PhaseView phase) {
        Long estimate = phase.estimateSeconds();
        if (estimate != null) {
            Long p90 = phase.estimateP90Seconds();
            facts.put(
                    under + "estimate",
                    Duration.ofSeconds(estimate) + (p90 == null ? "" : " to " + Duration.ofSeconds(p90)));
        }
        facts.put(under + "gate", of(phase.gate().criteria()));
        DecisionView decision = phase.gate().decision();
        if (decision != null) {
            facts.put(under + "decision", of(decision));
        }
        if (!phase.tasks().isEmpty()) {
            facts.put(under + "tasks", phase.tasks().stream().map(TaskView::id).collect(Collectors.joining(", ")));
        }
        phase.lanes()
                .forEach(lane -> facts.put(
                        under + "lane/" + lane.id(),
                        lane.steps().stream().map(step -> step.id()).collect(Collectors.joining(", "))));
    }

    private static String of(List<CriterionView> criteria) {
        return criteria.stream().map(PlanFacts::of).collect(Collectors.joining(", "));
    }

    private static String of(CriterionView criterion) {
        return switch (criterion.kind()) {
            case "check" -> criterion.check() + " is " + criterion.state();
            case "at-least" -> criterion.needed() + " of (" + of(criterion.of()) + ")";
            default -> criterion.kind() + " " + String.join(", ", criterion.ids());
        };
    }

    private static String of(DecisionView decision) {
        return decision.approvals() + " by " + (decision.role() == null ? "anybody" : decision.role())
                + (decision.people().isEmpty() ? "" : " (" + String.join(", ", decision.people()) + ")");
    }
}
