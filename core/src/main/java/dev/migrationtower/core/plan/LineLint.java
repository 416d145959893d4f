package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import java.util.List;

/** Whether anybody tried the patterns of a phase's script before the night. */
record LineLint(PlacedPhase phase, List<Sample> samples, Problems warnings) {

    void run() {
        Script script = phase.phase().script();
        if (script != null) {
            LinePattern.of(script).stream()
                    .filter(pattern -> !isTried(pattern))
                    .forEach(pattern -> warnings.add(
                            place(pattern).at(), "no sample line tries this pattern of `" + pattern.means() + "`"));
        }
    }

    private boolean isTried(LinePattern pattern) {
        return samples.stream()
                .anyMatch(sample -> sample.is().equals(pattern.means()) && pattern.matches(sample.line()));
    }

    private Value place(LinePattern pattern) {
        return switch (pattern.means()) {
            case LinePattern.HEARTBEAT -> phase.place().in("heartbeat").in("match");
            case LinePattern.FAILURE -> phase.place().in("failure").in("match");
            case LinePattern.IGNORED ->
                phase.place().in("ignore").each().stream()
                        .filter(place -> place.text().equals(pattern.pattern().pattern()))
                        .findFirst()
                        .orElseThrow();
            default -> // a line of a step, named after it and the key
                phase.steps()
                        .filter(step -> step.peek("id").equals(pattern.step()))
                        .map(step -> step.in(
                                pattern.means().substring(pattern.means().lastIndexOf('.') + 1)))
                        .findFirst()
                        .orElseThrow();
        };
    }
}
