package dev.migrationtower.core.step;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a lane. It depends on what was heard alone, not on the order, not on how often.
 *
 * @param aliveAt when the script last spoke: the newest of all its lines and pings, whatever they mean; absent: never
 */
public record LaneMemory(Signs signs, @Nullable Instant aliveAt, UnmatchedLines unmatched) {
    /** Before anything was heard. */
    public static final LaneMemory SILENT = new LaneMemory(Signs.NONE, null, UnmatchedLines.NONE);

    /** With all of this. */
    public LaneMemory hearing(List<Heard> said) {
        LaneMemory memory = this;
        for (Heard heard : said) {
            memory = memory.hearing(heard);
        }
        return memory;
    }

    private LaneMemory hearing(Heard heard) {
        Optional<Sign> sign = heard.sign();
        return new LaneMemory(
                sign.map(signs::with).orElse(signs),
                heard.spoken() ? later(aliveAt, heard.at()) : aliveAt,
                heard.meaning() instanceof Meaning.Unmatched ? unmatched.with(heard) : unmatched);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
