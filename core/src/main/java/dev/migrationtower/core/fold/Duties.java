package dev.migrationtower.core.fold;

import dev.migrationtower.core.fold.RunMemory.PhaseMemory;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.PhaseState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the phases of a plan want of its checks: the plan, turned round. Immutable. */
final class Duties {
    /** That a phase wants a check in a state, and what it wants after its gate was passed. */
    private record Duty(int phase, String state, @Nullable String heldState, int until) {}

    /** A state that is wanted of a check now. */
    record Wanted(String phase, boolean held, String state) {}

    private final Map<String, List<Duty>> byCheck = new HashMap<>();

    Duties(Plan plan) {
        for (int p = 0; p < plan.phases().size(); p++) {
            Phase.Gate gate = plan.phases().get(p).gate();
            Phase.Hold hold = gate.hold();
            for (Phase.Criterion criterion : gate.require()) {
                byCheck.computeIfAbsent(criterion.check(), check -> new ArrayList<>())
                        .add(new Duty(p, criterion.state(), heldState(criterion, hold), until(plan, hold)));
            }
        }
    }

    private static @Nullable String heldState(Phase.Criterion criterion, Phase.@Nullable Hold hold) {
        if (hold == null) {
            return null;
        }
        String expecting = hold.expecting();
        return expecting != null ? expecting : criterion.state();
    }

    private static int until(Plan plan, Phase.@Nullable Hold hold) {
        if (hold == null) {
            return -1;
        }
        for (int p = 0; p < plan.phases().size(); p++) {
            if (plan.phases().get(p).id().equals(hold.until())) {
                return p;
            }
        }
        throw new IllegalArgumentException("the plan has no phase " + hold.until());
    }

    /** What is wanted of a check while the phases stand so; in the order of the plan. */
    List<Wanted> of(String check, List<PhaseMemory> phases) {
        List<Wanted> wanted = new ArrayList<>();
        for (Duty duty : byCheck.getOrDefault(check, List.of())) {
            PhaseMemory phase = phases.get(duty.phase);
            if (phase.current()) {
                wanted.add(new Wanted(phase.id(), false, duty.state));
            } else if (phase.state() == PhaseState.PASSED
                    && duty.heldState != null
                    && phases.get(duty.until).state() == PhaseState.PENDING) {
                wanted.add(new Wanted(phase.id(), true, duty.heldState));
            }
        }
        return wanted;
    }

    /** The checks of which something else is wanted once this phase starts or ends. */
    Set<String> affectedBy(int phase) {
        Set<String> checks = new TreeSet<>();
        byCheck.forEach((check, duties) -> {
            if (duties.stream().anyMatch(duty -> duty.phase == phase || duty.until == phase)) {
                checks.add(check);
            }
        });
        return checks;
    }
}
