package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Suggestion;
import dev.migrationtower.core.source.Value;

/** Whether there are people to do what a phase wants of them. */
record PeopleLint(PlacedPhase phase, Plan plan, Problems warnings) {

    void run() {
        phase.tasks().forEach(task -> somebodyIsBehind(task.in("role")));
        Value decision = phase.gate().in("decision");
        somebodyIsBehind(decision.in("role"));
        enoughPeopleMayApprove(decision.in("approvals"));
    }

    private void enoughPeopleMayApprove(Value place) {
        Phase.Decision decision = phase.phase().gate().decision();
        if (decision == null) {
            return;
        }
        long people = plan.peopleOf(decision.role()).stream().distinct().count();
        if (people > 0 && people < decision.approvals()) { // where there is nobody, anybody may
            warnings.add(
                    place.at(),
                    decision.approvals() + " approvals can never be had: behind role `" + decision.role() + "` "
                            + (people == 1 ? "is one person" : "are " + people + " people"));
        }
    }

    private void somebodyIsBehind(Value place) {
        if (!place.present()) {
            return;
        }
        Role role = plan.roles().get(place.word());
        if (role == null || role.isEmpty()) {
            String meant = role == null
                    ? ", which `roles` does not have"
                            + Suggestion.among(plan.roles().keySet(), place.word())
                    : "";
            warnings.add(place.at(), "anybody may act as `" + place.word() + "`: nobody is behind that role" + meant);
        }
    }
}
