package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What makes sense in a plan, and is hardly meant. Each rule is one method; none of them says what is not so.
 *
 * @param source the file that the plan was read from, without a problem
 * @param warnings is told
 */
record Lint(Value source, Plan plan, Problems warnings) {

    void run() {
        theTimeZoneIsSaid();
        thereIsAWayBack();
        everyCheckIsExpectedToBeSomething();
        everyRoleHasAStandIn();
        everyStepHasAnEstimate();
        List<PlacedPhase> phases = phases();
        new WindowLint(source, plan, warnings).run();
        new AskedLint(source, plan, warnings).run();
        new DeviationLint(source, plan, warnings).run();
        new FreshnessLint(source, plan, phases, warnings).run();
        phases.forEach(phase -> new PeopleLint(phase, plan, warnings).run());
        phases.forEach(phase -> new FollowLint(phase, warnings).run());
        phases.forEach(phase -> new LineLint(phase, plan.samples(), warnings).run());
        phases.forEach(phase -> new GateLint(phase, plan, warnings).run());
    }

    private void theTimeZoneIsSaid() {
        if (!source.in("timezone").present()) {
            warn(source.key("id"), "no `timezone`: people read all times in UTC");
        }
    }

    private void thereIsAWayBack() {
        if (plan.rollback() == null) {
            warn(
                    source.key("phases"),
                    "no `rollback`: nobody can say what the way back is, nor until when it can be taken");
        }
    }

    private void everyCheckIsExpectedToBeSomething() {
        Set<String> expected = new HashSet<>();
        plan.allPhases().stream()
                .flatMap(phase -> phase.gate().require().states())
                .forEach(state -> expected.add(state.check()));
        plan.deviations().forEach(deviation -> expected.add(deviation.check()));
        if (plan.rollback() != null) {
            plan.rollback().propose().forEach(proposal -> expected.add(proposal.check()));
        }
        source.in("checks").keys().stream()
                .filter(key -> !expected.contains(key.word()))
                .filter(key -> plan.check(key.word()).severity() != Severity.INFO) // it is there to be shown
                .forEach(key -> warn(
                        key,
                        "nothing expects check `" + key.word()
                                + "` to be in a state; `severity: info` if it need not"));
    }

    private void everyRoleHasAStandIn() {
        plan.roles().values().stream()
                .filter(role -> !role.people().isEmpty() && role.people().containsAll(role.backup()))
                .forEach(role -> warn(
                        source.in("roles").key(role.id()),
                        "role `" + role.id() + "` has no `backup`"
                                + (role.backup().isEmpty() ? "" : ": it names the same people")));
    }

    private void everyStepHasAnEstimate() {
        phases().forEach(phase -> phase.steps()
                .filter(step -> !step.in("estimate").present())
                .forEach(step -> warn(
                        step, "step `" + step.peek("id") + "` has no estimate: how far its lane is cannot be told")));
    }

    private List<PlacedPhase> phases() {
        List<PlacedPhase> phases = new ArrayList<>(PlacedPhase.of(plan.phases(), source.in("phases")));
        if (plan.rollback() != null) {
            phases.addAll(PlacedPhase.of(
                    plan.rollback().phases(), source.in("rollback").in("phases")));
        }
        return phases;
    }

    private void warn(Value place, String message) {
        warnings.add(place.at(), message);
    }
}
