package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;

/** Whether there are people to do what a phase wants of them. */
record PeopleLint(PlacedPhase phase, Plan plan, Problems warnings) {

    void run() {
        phase.tasks().forEach(task -> somebodyIsBehind(task.in("role")));
        somebodyIsBehind(phase.gate().in("decision").in("role"));
    }

    private void somebodyIsBehind(Value place) {
        if (!place.present()) {
            return;
        }
        Role role = plan.roles().get(place.word());
        if (role == null || role.isEmpty()) {
            String why = role == null ? ": `roles` does not have it" : "";
            warnings.add(place.at(), "nobody is behind role `" + place.word() + "`" + why);
        }
    }
}
