package dev.migrationtower.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import java.util.List;
import java.util.stream.Collectors;

/** A run as the tower tells it now: {@code GET /api/v1/runs/{run}}. */
record Standing(long revision, @JsonProperty("run") RunView view, List<CheckView> checks) {

    RunState state() {
        return view.state();
    }

    /** Whether every check was looked at by now. */
    boolean allSeen() {
        return !checks.isEmpty() && checks.stream().allMatch(check -> check.saw() != null);
    }

    /** Whether something that must stay as it is does not. */
    boolean breached() {
        return view.phases().stream().anyMatch(phase -> phase.breaches() > 0);
    }

    boolean passed(String phase) {
        return phase(phase).state() == PhaseState.PASSED;
    }

    boolean awaitsDecision(String phase) {
        return phase(phase).state() == PhaseState.AWAITING_DECISION;
    }

    /** Whether this phase is under way. */
    boolean underWay(String phase) {
        return phase(phase).state() == PhaseState.ACTIVE;
    }

    /** Whether a person refused. */
    boolean refused(String phase) {
        var decision = phase(phase).gate().decision();
        return decision != null && decision.said().stream().anyMatch(said -> !said.go());
    }

    private PhaseView phase(String id) {
        return view.phases().stream()
                .filter(phase -> phase.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** In a few words, for whoever wonders why it does not go on. */
    @Override
    public String toString() {
        return "the run is " + state().word() + ": "
                + view.phases().stream()
                        .map(phase -> phase.id() + " " + phase.state().word() + " ("
                                + phase.gate().result().word() + ")")
                        .collect(Collectors.joining(", "));
    }
}
