package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one item of a check.
 *
 * @param revision of the newest event about it
 * @param look the newest look; null before the first
 * @param fresh whether it counted as evidence when it was last judged
 * @param proven the states that it was seen not to be in, now or in an earlier run
 * @param shownAt when the newest event about it was
 * @param shown whether that event told of the newest look
 */
public record CheckMemory(
        CheckKey key,
        long revision,
        @Nullable Look look,
        boolean fresh,
        List<Expectation> expectations,
        List<String> proven,
        @Nullable Instant shownAt,
        boolean shown) {

    public CheckMemory {
        expectations = List.copyOf(expectations);
        proven = List.copyOf(proven);
    }

    static CheckMemory unseen(CheckKey key, List<String> proven) {
        return new CheckMemory(key, 0, null, false, List.of(), proven, null, true);
    }

    CheckMemory looking(Look newLook) {
        return new CheckMemory(key, revision, newLook, fresh, expectations, proven, shownAt, false);
    }

    CheckMemory judged(boolean isFresh, List<Expectation> newExpectations) {
        return new CheckMemory(key, revision, look, isFresh, newExpectations, proven, shownAt, shown);
    }

    CheckMemory proving(List<String> states) {
        return new CheckMemory(key, revision, look, fresh, expectations, states, shownAt, shown);
    }

    CheckMemory untold() {
        return new CheckMemory(key, 0, look, fresh, expectations, proven, shownAt, shown);
    }

    CheckMemory told(long newRevision, Instant now) {
        return new CheckMemory(key, newRevision, look, fresh, expectations, proven, now, true);
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
     * @param suspectSince for a held one: since when it is seen broken; for a proposing one: since when it is seen so; null: it is not.
     *     That it cannot be seen in between takes nothing back
     * @param breachedSince for a held one: since when it is broken; for a proposing one: since when it is so, once that is for long enough
     * @param flaps for a held one: how often it failed too shortly for a breach
     * @param waived whether the phase does without it
     * @param rests whether nobody asks for it any more; it is judged all the same, in case that is taken back
     * @param sawWhenMet what was seen when it last was met; null: it never was
     */
    public record Expectation(
            String phase,
            Kind kind,
            String state,
            Verdict verdict,
            Instant since,
            @Nullable Instant suspectSince,
            @Nullable Instant breachedSince,
            int flaps,
            boolean waived,
            boolean rests,
            @Nullable String sawWhenMet) {

        /** What it is for. */
        public enum Kind {
            /** A criterion of the gate of the phase that is under way. */
            REQUIRED,
            /** The gate was passed, and it must stay so. */
            HELD,
            /** No expectation, a watch: if it is so for long enough, the rollback is proposed. */
            PROPOSES
        }

        boolean sameAs(Duties.Wanted wanted) {
            return phase.equals(wanted.phase()) && kind == wanted.kind() && state.equals(wanted.state());
        }

        /** Seen so, since then at the latest; if that is for too long, it is more than a suspicion. */
        Expectation suspected(Instant now, Duration tooLong) {
            Instant suspected = suspectSince == null ? now : suspectSince;
            boolean lasts = !now.isBefore(suspected.plus(tooLong));
            return suspected(suspected, breachedSince == null && lasts ? suspected : breachedSince, flaps);
        }

        /** Seen not to be so. */
        Expectation unsuspected(int newFlaps) {
            return suspected(null, null, newFlaps);
        }

        private Expectation suspected(
                @Nullable Instant newSuspectSince, @Nullable Instant newBreachedSince, int newFlaps) {
            return new Expectation(
                    phase,
                    kind,
                    state,
                    verdict,
                    since,
                    newSuspectSince,
                    newBreachedSince,
                    newFlaps,
                    waived,
                    rests,
                    sawWhenMet);
        }

        /** Whether it is seen so, and will be more than a suspicion if it stays so. */
        boolean isSuspect() {
            return suspectSince != null && breachedSince == null && !rests;
        }

        boolean held() {
            return kind == Kind.HELD;
        }

        boolean isExpected() {
            return kind != Kind.PROPOSES && !rests;
        }

        /** Whether it is broken for too long, and somebody has to know. */
        boolean isBreach() {
            return kind == Kind.HELD && breachedSince != null && !waived && !rests;
        }

        /** Whether it is so for long enough that the rollback is proposed. */
        boolean isProposal() {
            return kind == Kind.PROPOSES && breachedSince != null && !rests;
        }
    }
}
