package dev.migrationtower.core.step;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sign of how a lane's steps fare, as it is remembered.
 *
 * @param writtenAt by the source's clock; orders the signs
 * @param steps which it may be about: one; of a probe's measurement those that the probe can see; none: whichever runs
 * @param at when it was, for people: never later than when it came
 * @param percent 0 to {@value #ALMOST}, in tenths; absent: none was said
 */
public record Sign(
        Instant writtenAt,
        Kind kind,
        List<String> steps,
        String source,
        String id,
        Instant at,
        @Nullable Double percent,
        String text)
        implements Comparable<Sign> {
    /** As far as a step can be that is not done: an estimate that says 100 is no end. */
    static final double ALMOST = 99;

    /** Within this time, two signs that say the same are taken for one that came twice. */
    static final Duration SAME_MOMENT = Duration.ofSeconds(5);

    private static final Comparator<Sign> ORDER = Comparator.comparing(Sign::writtenAt)
            .thenComparing(Sign::kind)
            .thenComparing(sign -> String.join(" ", sign.steps))
            .thenComparing(Sign::source)
            .thenComparing(Sign::id);

    /**
     * What it is a sign of. In the order in which signs of the same instant are taken: a script that fails tries again in the same
     * millisecond, and a step may be done in the one in which it began.
     */
    public enum Kind {
        FAIL,
        START,
        /** The script says how far it is. */
        PROGRESS,
        /** A probe says how far it is. */
        MEASURE,
        DONE
    }

    public Sign {
        steps = List.copyOf(steps);
    }

    static Sign of(Kind kind, List<String> steps, @Nullable Double percent, Heard heard) {
        return new Sign(
                heard.writtenAt(), kind, steps, heard.source(), heard.id(), heard.at(), told(percent), heard.text());
    }

    private static @Nullable Double told(@Nullable Double percent) {
        return percent == null || !Double.isFinite(percent)
                ? null
                : (Double) Math.clamp(Math.floor(percent * 10) / 10, 0, ALMOST);
    }

    /** By the time of the source. Signs of the same source and id are the same sign. */
    @Override
    public int compareTo(Sign other) {
        return ORDER.compare(this, other);
    }

    boolean tellsProgress() {
        return switch (kind) {
            case PROGRESS, MEASURE -> true;
            case START, FAIL, DONE -> false;
        };
    }

    /** Whether it makes the other superfluous: it is later, and not less far. */
    boolean overtakes(Sign other) {
        return sameVoiceAs(other) && compareTo(other) > 0 && height() >= other.height();
    }

    private double height() {
        return percent == null ? -1 : percent;
    }

    /** Whether both say the same of the same step. */
    boolean sameAs(Sign other) {
        return kind == other.kind && steps.equals(other.steps);
    }

    boolean sameVoiceAs(Sign other) {
        return sameAs(other) && source.equals(other.source);
    }

    boolean sameMomentAs(Sign other) {
        return Duration.between(writtenAt, other.writtenAt).abs().compareTo(SAME_MOMENT) <= 0;
    }

    /** Whether it is what these, of other sources each, have already told; progress is not told twice, it only grows. */
    boolean echoes(List<Sign> told) {
        return !tellsProgress()
                && sameAs(told.getFirst())
                && told.stream().noneMatch(this::sameVoiceAs)
                && told.stream().anyMatch(this::sameMomentAs);
    }
}
