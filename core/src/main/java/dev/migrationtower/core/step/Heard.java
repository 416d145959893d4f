package dev.migrationtower.core.step;

import dev.migrationtower.core.step.Sign.Kind;
import dev.migrationtower.events.Outcome.LogLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a lane heard.
 *
 * @param id the source's own, to know it again
 * @param source by which it came: an item of what the phase follows, or the pings
 * @param writtenAt by the source's clock; says what was before what
 * @param at the same, but never later than when it came: a clock that is ahead must not make anything begin in the future
 * @param text what was said; cut to {@value #KEPT_OF_A_TEXT} characters
 */
public record Heard(String id, String source, Instant writtenAt, Instant at, String text, Meaning meaning) {
    static final int KEPT_OF_A_TEXT = 500;

    private static final int KEPT_OF_AN_ID = 200;

    public Heard {
        id = cut(id, KEPT_OF_AN_ID);
        text = cut(text, KEPT_OF_A_TEXT);
    }

    /** A line that belongs to no lane: whatever it says, nobody understands it. */
    public static Heard stray(LogLine line) {
        String host = line.host() == null ? "no host" : line.host();
        return new Heard(line.id(), "", line.at(), line.at(), host + ": " + line.text(), new Meaning.Unmatched());
    }

    /** What is to be remembered of it for the steps; empty: nothing. */
    Optional<Sign> sign() {
        return switch (meaning) {
            case Meaning.Started(String step) -> Optional.of(Sign.of(Kind.START, List.of(step), null, this));
            case Meaning.Finished(String step) -> Optional.of(Sign.of(Kind.DONE, List.of(step), null, this));
            case Meaning.Progressed(String step, Double percent) ->
                Optional.of(Sign.of(Kind.PROGRESS, List.of(step), percent, this));
            case Meaning.Measured(List<String> steps, double percent) ->
                Optional.of(Sign.of(Kind.MEASURE, steps, percent, this));
            case Meaning.Failed(String step) ->
                Optional.of(Sign.of(Kind.FAIL, step == null ? List.of() : List.of(step), null, this));
            case Meaning.Alive alive -> Optional.empty();
            case Meaning.Ignored ignored -> Optional.empty();
            case Meaning.Unmatched unmatched -> Optional.empty();
        };
    }

    /** Whether the script itself spoke, so that it lives; a probe sees the database work, not the script. */
    boolean spoken() {
        return !(meaning instanceof Meaning.Measured);
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
