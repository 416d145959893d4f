package dev.migrationtower.core.fold;

import dev.migrationtower.core.condition.Judgement;
import dev.migrationtower.core.plan.Check;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one item of a check, with what follows from it. Immutable.
 *
 * @param judgements of each named state by the newest look; empty if it read no values
 */
record CheckState(Check check, Check.Item item, CheckMemory memory, SequencedMap<String, Judgement> judgements) {
    /** How often a value that moves without changing a verdict is told. */
    static final Duration TOLD_AT_MOST_EVERY = Duration.ofSeconds(1);

    /** Judges the newest look; the dear part, done once per look. */
    static CheckState judging(Check check, Check.Item item, CheckMemory memory) {
        SequencedMap<String, Judgement> judgements = new LinkedHashMap<>();
        CheckMemory.Look look = memory.look();
        if (look != null && look.outcome() instanceof Outcome.Reading reading) {
            check.states().forEach((state, condition) -> judgements.put(state, condition.judge(reading.values())));
        }
        return new CheckState(check, item, memory, judgements);
    }

    CheckState with(CheckMemory newMemory) {
        return new CheckState(check, item, newMemory, judgements);
    }

    /** Whether the check is in a state, as far as there is evidence. */
    Judgement judge(String state) {
        CheckMemory.Look look = memory.look();
        if (look == null) {
            return unknown("nothing yet");
        }
        if (!memory.fresh()) {
            return unknown("nothing new: evidence counts for " + Words.of(check.freshness()));
        }
        return switch (look.outcome()) {
            case Outcome.Reading reading -> judgement(state);
            case Outcome.LogLines lines -> unknown("log lines, no values");
            case Outcome.Unobservable unobservable -> unknown("nothing: " + unobservable.message());
        };
    }

    private Judgement judgement(String state) {
        Judgement judgement = judgements.get(state);
        return judgement != null ? judgement : unknown("a plan without the state " + state);
    }

    private static Judgement unknown(String saw) {
        return new Judgement(Verdict.UNKNOWN, saw);
    }

    /** The named states that the newest look is in, if it still is evidence. */
    List<String> statesNow() {
        List<String> now = new ArrayList<>();
        if (memory.fresh()) {
            judgements.forEach((state, judgement) -> {
                if (judgement.verdict() == Verdict.MET) {
                    now.add(state);
                }
            });
        }
        return now;
    }

    /** The cause for which the newest look saw nothing; null if it did see, or there was none. */
    @Nullable
    String cause() {
        CheckMemory.Look look = memory.look();
        return look != null && look.outcome() instanceof Outcome.Unobservable unobservable
                ? unobservable.cause()
                : null;
    }

    /** When time alone will change something: evidence gets old, a breach is due, an untold look may be told. */
    @Nullable
    Instant deadline() {
        CheckMemory.Look look = memory.look();
        Stream<Instant> old = look != null && memory.fresh() ? Stream.of(look.freshUntil()) : Stream.empty();
        Stream<Instant> breach = memory.expectations().stream()
                .filter(held -> held.held() && held.verdict() == Verdict.NOT_MET && held.breachedSince() == null)
                .map(held -> held.since().plus(check.breachAfter()));
        Instant shownAt = memory.shownAt();
        Stream<Instant> telling =
                memory.shown() || shownAt == null ? Stream.empty() : Stream.of(shownAt.plus(TOLD_AT_MOST_EVERY));
        return Stream.of(old, breach, telling)
                .flatMap(instants -> instants)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The values of the newest look; empty if it read none. */
    Map<String, Object> values() {
        CheckMemory.Look look = memory.look();
        return look != null && look.outcome() instanceof Outcome.Reading reading ? reading.values() : Map.of();
    }
}
