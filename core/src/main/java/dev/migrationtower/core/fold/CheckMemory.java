package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one item of a check.
 *
 * @param revision of the newest event about it
 * @param look the newest look; null before the first
 * @param fresh whether it counted as evidence when it was last judged
 * @param shownAt when the newest event about it was
 * @param shown whether that event told of the newest look
 */
public record CheckMemory(
        CheckKey key,
        long revision,
        @Nullable Look look,
        boolean fresh,
        List<Expectation> expectations,
        @Nullable Instant shownAt,
        boolean shown) {

    public CheckMemory {
        expectations = List.copyOf(expectations);
    }

    static CheckMemory unseen(CheckKey key) {
        return new CheckMemory(key, 0, null, false, List.of(), null, true);
    }

    /** One observation, as far as it matters later. */
    public record Look(
            String id,
            Instant observedAt,
            Instant freshUntil,
            long tookMillis,
            String instance,
            Outcome outcome,
            @Nullable Evidence evidence) {}

    /**
     * That the check is in a state, for a phase.
     *
     * @param since since when the verdict is so
     * @param breachedSince for a held one: since when it is broken
     */
    public record Expectation(
            String phase,
            boolean held,
            String state,
            Verdict verdict,
            Instant since,
            @Nullable Instant breachedSince) {

        boolean sameAs(Duties.Wanted wanted) {
            return phase.equals(wanted.phase()) && held == wanted.held() && state.equals(wanted.state());
        }
    }
}
