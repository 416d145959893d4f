package dev.migrationtower.core.explain;

import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Phase.Hold;
import dev.migrationtower.core.plan.Plan;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stays watched after a phase. */
final class Holds {
    private Holds() {}

    /**
     * A state that is expected after a phase was closed.
     *
     * @param until the phase at whose start that ends; absent: it does not
     * @param derived whether a deviation says so, and not the gate
     */
    record Held(String check, String state, @Nullable String until, boolean derived) {}

    /** By its deviations, which say themselves how long, and by its gate. */
    static List<Held> after(Plan plan, Phase phase) {
        Stream<Held> deviations = plan.deviations().stream()
                .filter(deviation -> deviation.from().equals(phase.id()))
                .map(deviation -> new Held(deviation.check(), deviation.during(), deviation.until(), true));
        return Stream.concat(deviations, byGate(phase.gate())).toList();
    }

    private static Stream<Held> byGate(Phase.Gate gate) {
        Hold hold = gate.hold();
        if (hold == null) {
            return Stream.empty();
        }
        String expecting = hold.expecting();
        return gate.require()
                .held()
                .map(wanted ->
                        new Held(wanted.check(), expecting == null ? wanted.state() : expecting, hold.until(), false));
    }
}
