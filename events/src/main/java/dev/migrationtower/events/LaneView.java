package dev.migrationtower.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One of the instances of a script that run side by side, as its log, its pings and the probes show it.
 *
 * @param aliveAt when it last gave any sign of life, by its own clock; absent: never
 * @param percent how far it is, 0 to 100; 100 only when all its steps are done; absent: nobody can say
 * @param unmatched how many of its lines nobody understood
 * @param samples the newest of those, at most five
 */
public record LaneView(
        String id,
        State state,
        Instant since,
        @Nullable Instant aliveAt,
        @Nullable Double percent,
        List<StepView> steps,
        int unmatched,
        List<String> samples) {
    public LaneView {
        steps = List.copyOf(steps);
        samples = List.copyOf(samples);
    }

    /** Where a lane stands. */
    public enum State {
        /** Nothing of it was seen yet. */
        PENDING,
        ALIVE,
        /** It was silent for longer than it should be. */
        LATE,
        /** It was silent for so long that it is taken for dead. */
        LOST,
        /** Nobody can see whether it is alive: the sources of its lines cannot be read. */
        UNKNOWN,
        FAILED,
        FINISHED;

        /** The word on the wire and in metrics, kebab-case. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One step of the script in this lane.
     *
     * @param attempt the number of the newest attempt, from 1 on; 0 before the first
     * @param startedAt when the newest attempt began, by the script's clock; absent: its start was not seen
     * @param endedAt when it was done or failed
     * @param percent how far the attempt is, 0 to 100; never falls within an attempt; absent: nobody can say
     * @param percentAt when that was seen
     * @param evidence the line, or what the ping or the probe said
     */
    public record StepView(
            String id,
            StepState state,
            int attempt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Double percent,
            @Nullable Instant percentAt,
            @Nullable String evidence) {}

    /** Where a step stands. */
    public enum StepState {
        PENDING,
        RUNNING,
        DONE,
        FAILED;

        /** The word on the wire and in metrics, kebab-case. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
