package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When things will be over, as far as there is ground to say so.
 *
 * @param revision the revision it reflects
 * @param end of the run; absent: there is no ground
 * @param phases those that are not over, in the order of the plan
 * @param steps those that are under way
 * @param window how the end stands to the window; absent: there is no window, or no ground
 * @param rollbackDeadline a rollback begun later will probably not be over when the window closes; absent: no window, or nobody
 *     said how long a rollback takes
 * @param pointOfNoReturn when it will be passed; absent: it is passed, there is none, or no ground
 */
public record ForecastView(
        long revision,
        @Nullable Span end,
        List<PhaseEnd> phases,
        List<StepEnd> steps,
        Ground ground,
        @Nullable Outlook window,
        @Nullable Instant rollbackDeadline,
        @Nullable Span pointOfNoReturn)
        implements View {
    public ForecastView {
        phases = List.copyOf(phases);
        steps = List.copyOf(steps);
    }

    /** When something happens: as likely before {@code p50} as after, nine times of ten before {@code p90}. */
    public record Span(Instant p50, Instant p90) {}

    /**
     * @param end absent: there is no ground
     * @param lateBySeconds how far it is beyond its estimate; absent: it is not
     */
    public record PhaseEnd(
            String phase, @Nullable Span end, @Nullable Long lateBySeconds) {}

    /** The same of a step that is under way. */
    public record StepEnd(
            String phase,
            String lane,
            String step,
            @Nullable Span end,
            @Nullable Long lateBySeconds) {}

    /**
     * What the forecast rests on.
     *
     * @param earlierRuns how many earlier runs of the plan
     * @param pace how much slower than expected this run is, 1 is as expected; absent: nothing of it is over yet
     * @param missing the phases of which nobody said how long they take
     */
    public record Ground(int earlierRuns, @Nullable Double pace, List<String> missing) {
        public Ground {
            missing = List.copyOf(missing);
        }
    }

    /**
     * How the end of the run stands to the window.
     *
     * @param overrunSeconds by how much the window will be overrun; absent for {@link Level#HOLDS}
     */
    public record Outlook(Level level, @Nullable Long overrunSeconds) {}

    /** How sure it is that the window is overrun. */
    public enum Level {
        /** Even p90 is within it. */
        HOLDS,
        /** p90 is beyond it. */
        MAY_OVERRUN,
        /** p50 is beyond it. */
        WILL_OVERRUN,
        /** It closed, and the run goes on. */
        OVERRUN;

        /** The word on the wire and in metrics, kebab-case. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
