package dev.migrationtower.events;

import dev.migrationtower.events.LaneView.StepState;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.RunView;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an earlier run of the same plan teaches.
 *
 * @param seconds how long what came to its end took, without waiting for people: {@code phase/<phase>} and {@code
 *     step/<phase>/<step>} (of its lanes, the slowest)
 * @param proven states that a check was seen not to be in, so that it can fail: {@code <check>/<item>/<state>}
 */
public record EarlierRun(String run, RunMode mode, Map<String, Long> seconds, List<String> proven) {
    public EarlierRun {
        seconds = Collections.unmodifiableMap(new TreeMap<>(seconds));
        proven = List.copyOf(proven);
    }

    /**
     * What this run teaches, as it stands. A phase counts if it was passed, a step if it is done in every lane and its start was seen:
     * what was skipped, failed or is still going on says nothing of how long it takes.
     */
    public static EarlierRun of(RunView run, List<String> proven) {
        Map<String, Long> seconds = new TreeMap<>();
        for (PhaseView phase : run.phases()) {
            if (phase.state() == PhaseState.PASSED && phase.startedAt() != null && phase.endedAt() != null) {
                long whole =
                        Duration.between(phase.startedAt(), phase.endedAt()).toSeconds();
                seconds.put("phase/" + phase.id(), Math.max(0, whole - phase.waitedSeconds()));
            }
            byStep(phase).forEach((step, lanes) -> {
                if (lanes.stream().allMatch(EarlierRun::isMeasured)) {
                    seconds.put("step/" + phase.id() + "/" + step, slowest(lanes));
                }
            });
        }
        return new EarlierRun(run.run(), run.mode(), seconds, proven);
    }

    private static Map<String, List<StepView>> byStep(PhaseView phase) {
        return phase.lanes().stream()
                .flatMap(lane -> lane.steps().stream())
                .collect(Collectors.groupingBy(StepView::id));
    }

    private static boolean isMeasured(StepView step) {
        return step.state() == StepState.DONE && step.startedAt() != null && step.endedAt() != null;
    }

    private static long slowest(List<StepView> lanes) {
        return lanes.stream()
                .mapToLong(step ->
                        Duration.between(step.startedAt(), step.endedAt()).toSeconds())
                .map(seconds -> Math.max(0, seconds))
                .max()
                .orElseThrow();
    }
}
