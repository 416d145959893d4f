package dev.migrationtower.dashboard.ping;

import dev.migrationtower.dashboard.problem.Problem;
import dev.migrationtower.dashboard.problem.ProblemException;
import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.LaneView.StepView;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.Signal;
import dev.migrationtower.events.View.RunView;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ping as its sender wrote it.
 *
 * @param percent how far the step is; null or blank: the script does not say
 * @param text what came along, for people
 */
record Ping(
        String lane, String step, String signal, @Nullable String percent, String text) {
    /** What is kept of the text. */
    private static final int CHARACTERS = 500;

    /**
     * What it tells of a step of this run.
     *
     * @throws ProblemException 404 if the run has no such lane or step, or nobody knows the signal; 409 if the run is not under way,
     *     so that a ping would change nothing; 422 if the percentage is none
     */
    Outcome.Ping told(RunView run) {
        List<LaneView> lanes =
                run.phases().stream().flatMap(phase -> phase.lanes().stream()).toList();
        require("lane", lane, lanes.stream().map(LaneView::id));
        require(
                "step",
                step,
                lanes.stream()
                        .filter(known -> known.id().equals(lane))
                        .flatMap(known -> known.steps().stream())
                        .map(StepView::id));
        require("signal", signal, Arrays.stream(Signal.values()).map(Signal::word));
        if (run.state() != RunState.IN_PROGRESS) {
            throw new ProblemException(Problem.of(
                    409,
                    "Not under way",
                    "The run is " + run.state().word() + "; pings count from its start to its end only."));
        }
        return new Outcome.Ping(lane, step, Signal.valueOf(signal.toUpperCase(Locale.ROOT)), howFar(), kept());
    }

    private static void require(String what, String name, Stream<String> known) {
        Collection<String> names = known.distinct().toList();
        if (!names.contains(name)) {
            throw new ProblemException(Problem.of(
                    404,
                    "Unknown " + what,
                    "There is no " + what + " \"" + name + "\" here, "
                            + (names.isEmpty() ? "nor any other." : "only " + String.join(", ", names) + ".")));
        }
    }

    private @Nullable Double howFar() {
        if (percent == null || percent.isBlank()) {
            return null;
        }
        return number(percent.strip())
                .filter(number -> number >= 0 && number <= 100)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        422, "No percentage", "percent is a number from 0 to 100, not \"" + percent + "\".")));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private @Nullable String kept() {
        String said = text.strip();
        if (said.isEmpty()) {
            return null;
        }
        return said.length() <= CHARACTERS ? said : said.substring(0, CHARACTERS) + "...";
    }
}
