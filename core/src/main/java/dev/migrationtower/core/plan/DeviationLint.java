package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what is switched off on purpose is asked for, and comes to its end on every way. */
record DeviationLint(Value source, Plan plan, Problems warnings) {

    void run() {
        everyDeviationEnds();
        everyDeviationIsAskedFor();
        theWayBackRestoresEveryDeviation();
    }

    private void everyDeviationEnds() {
        for (int i = 0; i < plan.deviations().size(); i++) {
            Deviation deviation = plan.deviations().get(i);
            String missing = Stream.of(
                            deviation.after() == null ? "`after`" : "", deviation.until() == null ? "`until`" : "")
                    .filter(key -> !key.isEmpty())
                    .reduce((after, until) -> after + " and no " + until)
                    .orElse("");
            if (!missing.isEmpty()) {
                warn(deviation(i), "no " + missing + ": no phase asks for `" + deviation.check() + "` to be restored");
            }
        }
    }

    private void everyDeviationIsAskedFor() {
        for (int i = 0; i < plan.deviations().size(); i++) {
            Deviation deviation = plan.deviations().get(i);
            isAskedFor(deviation(i).in("from"), deviation.from(), deviation.check(), deviation.during(), "during");
            if (deviation.until() != null && deviation.after() != null) {
                isAskedFor(deviation(i).in("until"), deviation.until(), deviation.check(), deviation.after(), "after");
            }
        }
    }

    private void isAskedFor(Value place, String phase, String check, String state, String side) {
        boolean asked = plan.phases().stream()
                .filter(it -> it.id().equals(phase))
                .flatMap(it -> it.gate().require().states())
                .anyMatch(it -> it.check().equals(check) && it.state().equals(state));
        if (!asked) {
            warn(
                    place,
                    "the gate of `" + phase + "` does not ask for `" + check + "` to be `" + state
                            + "`; let it require {deviations: " + side + "}");
        }
    }

    private void theWayBackRestoresEveryDeviation() {
        Rollback rollback = plan.rollback();
        if (rollback == null) {
            return;
        }
        List<Requirement.InState> restored = rollback.phases().stream()
                .flatMap(phase -> phase.gate().require().states())
                .toList();
        String missing = plan.deviations().stream()
                .filter(deviation -> deviation.after() != null && deviation.until() != null)
                .filter(deviation -> restored.stream()
                        .noneMatch(state -> state.check().equals(deviation.check())
                                && state.state().equals(deviation.after())))
                .map(deviation -> "`" + deviation.check() + "`")
                .distinct()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            warn(
                    source.key("rollback"),
                    "the way back does not restore " + missing + "; let a gate of it require {deviations: after}");
        }
    }

    private Value deviation(int index) {
        return source.in("deviations").each().get(index);
    }

    private void warn(Value place, String message) {
        warnings.add(place.at(), message);
    }
}
