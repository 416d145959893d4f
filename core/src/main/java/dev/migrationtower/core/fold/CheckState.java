package dev.migrationtower.core.fold;

import dev.migrationtower.core.condition.Judgement;
import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Severity;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return new CheckState(check, item, memory.proving(proven(memory.proven(), judgements)), judgements);
    }

    /** With a newer look, which is judged anew only if it saw something else. */
    CheckState seeing(CheckMemory.Look look) {
        CheckMemory.Look known = memory.look();
        return known != null && known.outcome().equals(look.outcome())
                ? with(memory.looking(look))
                : judging(check, item, memory.looking(look));
    }

    private static List<String> proven(List<String> before, Map<String, Judgement> judgements) {
        List<String> proven = new ArrayList<>(before);
        judgements.forEach((state, judgement) -> {
            if (judgement.verdict() == Verdict.NOT_MET && !proven.contains(state)) {
                proven.add(state);
            }
        });
        return proven;
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
            case Outcome.Ping ping -> unknown("a ping, no values");
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

    /** Whether the newest look did see, and still is evidence. */
    boolean isSeen() {
        CheckMemory.Look look = memory.look();
        return look != null && memory.fresh() && !(look.outcome() instanceof Outcome.Unobservable);
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

    /** When time alone will change something: evidence gets old, a breach or a proposal is due, an untold look may be told. */
    @Nullable
    Instant deadline(Duties duties) {
        CheckMemory.Look look = memory.look();
        Stream<Instant> old = look != null && memory.fresh() ? Stream.of(look.freshUntil()) : Stream.empty();
        Stream<@Nullable Instant> due = memory.expectations().stream().map(expectation -> due(expectation, duties));
        Instant shownAt = memory.shownAt();
        Stream<Instant> telling =
                memory.shown() || shownAt == null ? Stream.empty() : Stream.of(shownAt.plus(TOLD_AT_MOST_EVERY));
        return Stream.of(old, due, telling)
                .flatMap(instants -> instants)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When what is so for a while now has been so for long enough to matter; null if it does not, or did before. */
    private @Nullable Instant due(CheckMemory.Expectation expectation, Duties duties) {
        Instant suspect = expectation.suspectSince();
        if (suspect == null || !expectation.isSuspect()) {
            return null;
        }
        return switch (expectation.kind()) {
            case REQUIRED -> null;
            case HELD -> canBreach(expectation) && !expectation.waived() ? suspect.plus(check.breachAfter()) : null;
            case PROPOSES ->
                expectation.verdict() == Verdict.MET
                        ? suspect.plus(duties.proposedAfter(check.id(), expectation.state()))
                        : null;
        };
    }

    /** Whether it is a breach if it stays so, unless that is waived. */
    boolean canBreach(CheckMemory.Expectation held) {
        return held.held() && held.verdict() == Verdict.NOT_MET && check.severity() == Severity.GATE;
    }

    /** What people are told of it now, in the words of the plan; null if the plan has none. */
    @Nullable
    Text say() {
        Map<String, Text> says = item.says();
        if (!memory.fresh() || judgements.isEmpty()) {
            return says.get(Check.Item.UNKNOWN);
        }
        Stream<String> expected = memory.expectations().stream()
                .filter(expectation -> !expectation.rests())
                .map(CheckMemory.Expectation::state);
        return Stream.concat(expected, judgements.sequencedKeySet().stream())
                .filter(state -> judgement(state).verdict() == Verdict.MET && says.containsKey(state))
                .findFirst()
                .map(says::get)
                .orElse(null);
    }

    /** The values of the newest look; empty if it read none. */
    Map<String, Object> values() {
        CheckMemory.Look look = memory.look();
        return look != null && look.outcome() instanceof Outcome.Reading reading ? reading.values() : Map.of();
    }
}
