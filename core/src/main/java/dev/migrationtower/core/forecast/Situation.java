package dev.migrationtower.core.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands, as far as a forecast needs to know.
 *
 * @param revision the revision of the run that it reflects
 * @param rollback whether the run is on its way back: the path is the rollback's, not the plan's
 * @param phases where each phase of the path stands, by id; one that is not named is pending
 */
public record Situation(long revision, boolean rollback, Map<String, Standing> phases) {
    public Situation {
        phases = Map.copyOf(phases);
    }

    Standing of(String phase) {
        return phases.getOrDefault(phase, new Pending());
    }

    /** Where a phase stands. */
    public sealed interface Standing {
        /** How long was worked in it until now, without the time that it waited for people. */
        default Duration worked(Instant now) {
            return switch (this) {
                case Pending pending -> Duration.ZERO;
                case UnderWay way -> work(way.startedAt, way.waitingSince == null ? now : way.waitingSince, way.waited);
                case Over over -> work(over.startedAt, over.endedAt, over.waited);
                case LeftOut leftOut -> Duration.ZERO;
            };
        }

        /** Where a step of it stands. */
        default StepStanding step(String lane, String step) {
            Map<String, Map<String, StepStanding>> lanes = switch (this) {
                case Pending pending -> Map.of();
                case UnderWay way -> way.lanes;
                case Over over -> over.lanes;
                case LeftOut leftOut -> Map.of();
            };
            return lanes.getOrDefault(lane, Map.of()).getOrDefault(step, new NotBegun());
        }

        private static Duration work(Instant from, Instant until, Duration waited) {
            Duration work = Duration.between(from, until).minus(waited);
            return work.isNegative() ? Duration.ZERO : work;
        }
    }

    /** It has not begun. */
    public record Pending() implements Standing {}

    /**
     * It has begun.
     *
     * @param waited how long it waited for people's decision, without the present waiting
     * @param waitingSince since when it does so now, all work being done; absent: it does not
     * @param tasksDone when each task that is done was done, by id
     * @param lanes where the steps stand, by lane and step; one that is not named is not begun
     */
    public record UnderWay(
            Instant startedAt,
            Duration waited,
            @Nullable Instant waitingSince,
            Map<String, Instant> tasksDone,
            Map<String, Map<String, StepStanding>> lanes)
            implements Standing {
        public UnderWay {
            tasksDone = Map.copyOf(tasksDone);
            lanes = Map.copyOf(lanes);
        }
    }

    /**
     * It is passed.
     *
     * @param waited how long of it was waited for people's decision
     * @param lanes where its steps stand: they tell how fast this run is
     */
    public record Over(
            Instant startedAt, Instant endedAt, Duration waited, Map<String, Map<String, StepStanding>> lanes)
            implements Standing {
        public Over {
            lanes = Map.copyOf(lanes);
        }
    }

    /** It will not be done: skipped. */
    public record LeftOut() implements Standing {}

    /** Where a step stands in one lane. */
    public sealed interface StepStanding {}

    /** It has not begun; or its attempt failed, and it has to be done again. */
    public record NotBegun() implements StepStanding {}

    /**
     * It is being done.
     *
     * @param startedAt of this attempt; if nobody saw it, the first sign of it
     * @param percent how far it is, 0 to 100; absent: nobody can say
     * @param percentAt when that was seen
     */
    public record Running(
            Instant startedAt,
            @Nullable Double percent,
            @Nullable Instant percentAt) implements StepStanding {}

    /** @param startedAt absent: nobody saw it, so that nobody knows how long it took */
    public record Done(@Nullable Instant startedAt, Instant endedAt) implements StepStanding {}
}
