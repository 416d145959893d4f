package dev.migrationtower.core.fold;

import dev.migrationtower.core.fold.CheckMemory.Expectation;
import dev.migrationtower.core.fold.RunMemory.PhaseMemory;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges one item of a check again: after a look, after time passed, after a phase began or ended. */
final class Expectations {
    private final Turn turn;

    Expectations(Turn turn) {
        this.turn = turn;
    }

    /** Takes a new look in, and judges. */
    void look(CheckKey key, CheckMemory.Look look) {
        CheckState before = turn.check(key);
        CheckMemory known = before.memory();
        CheckMemory memory = new CheckMemory(
                key, known.revision(), look, known.fresh(), known.expectations(), known.shownAt(), false);
        judge(before, CheckState.judging(before.check(), before.item(), memory));
    }

    /** Judges what is known. */
    void judge(CheckKey key) {
        CheckState state = turn.check(key);
        judge(state, state);
    }

    private void judge(CheckState before, CheckState looked) {
        CheckMemory known = looked.memory();
        CheckMemory.Look look = known.look();
        boolean fresh = look != null && turn.now.isBefore(look.freshUntil());
        CheckState refreshed = looked.with(new CheckMemory(
                known.key(), known.revision(), look, fresh, known.expectations(), known.shownAt(), known.shown()));

        List<Expectation> expectations = new ArrayList<>();
        for (Duties.Wanted wanted : turn.duties.of(looked.check().id(), turn.phases())) {
            expectations.add(expectation(refreshed, wanted, find(known.expectations(), wanted)));
        }
        count(known.expectations(), expectations);
        CheckMemory memory = refreshed.memory();
        tell(
                before,
                refreshed.with(new CheckMemory(
                        memory.key(), memory.revision(), look, fresh, expectations, memory.shownAt(), memory.shown())));
    }

    private Expectation expectation(CheckState state, Duties.Wanted wanted, @Nullable Expectation previous) {
        Verdict verdict = state.judge(wanted.state()).verdict();
        Instant since = previous != null && previous.verdict() == verdict ? previous.since() : turn.now;
        Instant alreadyBreached = previous == null ? null : previous.breachedSince();
        Instant breachedSince = switch (verdict) {
            case MET -> null;
            case UNKNOWN -> alreadyBreached; // not seeing it is no proof that it is mended
            case NOT_MET -> {
                boolean forTooLong = !turn.now.isBefore(since.plus(state.check().breachAfter()));
                yield alreadyBreached != null ? alreadyBreached : wanted.held() && forTooLong ? since : null;
            }
        };
        return new Expectation(wanted.phase(), wanted.held(), wanted.state(), verdict, since, breachedSince);
    }

    private static @Nullable Expectation find(List<Expectation> expectations, Duties.Wanted wanted) {
        return expectations.stream()
                .filter(expectation -> expectation.sameAs(wanted))
                .findFirst()
                .orElse(null);
    }

    /** Keeps the counts of the gates true: each expectation that goes is taken off, each that comes is added. */
    private void count(List<Expectation> gone, List<Expectation> come) {
        gone.forEach(expectation -> count(expectation, -1));
        come.forEach(expectation -> count(expectation, 1));
    }

    private void count(Expectation expectation, int by) {
        int index = turn.indexOf(expectation.phase());
        PhaseMemory phase = turn.phase(index);
        if (expectation.held()) {
            if (expectation.breachedSince() != null) {
                turn.phase(index, phase.breached(phase.breaches() + by));
            }
        } else if (phase.current()) {
            Tally tally = phase.gate().tally();
            Verdict verdict = expectation.verdict();
            turn.phase(index, phase.with(phase.gate().counting(by > 0 ? tally.plus(verdict) : tally.minus(verdict))));
        }
    }

    private void tell(CheckState before, CheckState after) {
        CheckMemory was = before.memory();
        CheckMemory is = after.memory();
        Duration broken = brokenFor(was.expectations(), is.expectations());
        if (breached(is.expectations()) > breached(was.expectations())) {
            turn.tellCheck(
                    after,
                    EventType.BREACH_DETECTED,
                    name(after) + " was as it should be and no longer is: " + saw(after));
        } else if (broken != null) {
            turn.tellCheck(
                    after,
                    EventType.BREACH_CLEARED,
                    name(after) + " is no longer in breach, after " + Words.of(broken) + ": " + saw(after));
        } else if (was.fresh() && !is.fresh()) {
            turn.tellCheck(after, EventType.CHECK_STALE, name(after) + ": " + saw(after));
        } else if (was.look() != null && !was.fresh() && is.fresh()) {
            turn.tellCheck(after, EventType.CHECK_RECOVERED, name(after) + " is seen again: " + saw(after));
        } else if (changed(before, after)) {
            turn.tellCheck(after, EventType.CHECK_CHANGED, name(after) + ": " + saw(after));
        } else if (!is.shown() && mayBeTold(is)) {
            turn.tellCheck(after, EventType.CHECK_OBSERVED, name(after) + ": " + saw(after));
        } else if (!is.equals(was) || !Objects.equals(Deadline.of(before), Deadline.of(after))) {
            turn.check(after);
        }
    }

    private boolean mayBeTold(CheckMemory memory) {
        Instant shownAt = memory.shownAt();
        return shownAt == null || !turn.now.isBefore(shownAt.plus(CheckState.TOLD_AT_MOST_EVERY));
    }

    private static boolean changed(CheckState before, CheckState after) {
        CheckMemory was = before.memory();
        CheckMemory is = after.memory();
        return is.revision() == 0
                || (was.look() == null && is.look() != null)
                || !Objects.equals(before.cause(), after.cause())
                || !before.statesNow().equals(after.statesNow())
                || !verdicts(was.expectations()).equals(verdicts(is.expectations()));
    }

    private record Held(String phase, boolean held, String state, Verdict verdict) {}

    private static List<Held> verdicts(List<Expectation> expectations) {
        return expectations.stream()
                .map(it -> new Held(it.phase(), it.held(), it.state(), it.verdict()))
                .toList();
    }

    private static long breached(List<Expectation> expectations) {
        return expectations.stream()
                .filter(expectation -> expectation.breachedSince() != null)
                .count();
    }

    /** How long the breach lasted that is over now; null if none is. */
    private @Nullable Duration brokenFor(List<Expectation> was, List<Expectation> is) {
        if (breached(is) >= breached(was)) {
            return null;
        }
        return was.stream()
                .map(Expectation::breachedSince)
                .filter(Objects::nonNull)
                .map(since -> Duration.between(since, turn.now))
                .max(Duration::compareTo)
                .orElse(null);
    }

    private static String name(CheckState state) {
        return state.item().name().in("en");
    }

    private static String saw(CheckState state) {
        Verdict worst = Views.worst(state.memory().expectations());
        return state.memory().expectations().stream()
                .filter(expectation -> expectation.verdict() == worst)
                .findFirst()
                .map(expectation -> "expected "
                        + state.check().state(expectation.state()).text() + ", saw "
                        + state.judge(expectation.state()).saw())
                .orElse("nothing is expected of it now");
    }
}
