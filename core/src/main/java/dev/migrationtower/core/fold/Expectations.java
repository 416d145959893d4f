package dev.migrationtower.core.fold;

import dev.migrationtower.core.condition.Judgement;
import dev.migrationtower.core.fold.CheckMemory.Expectation;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges one item of a check again: after a look, after time passed, after a phase began or ended. */
final class Expectations {
    private final Turn turn;
    private final Proposals proposals;

    Expectations(Turn turn) {
        this.turn = turn;
        this.proposals = new Proposals(turn);
    }

    /** Takes a new look in, and judges. */
    void look(CheckKey key, CheckMemory.Look look) {
        CheckState before = turn.check(key);
        judge(before, before.seeing(look));
    }

    /** Judges what is known. */
    void judge(CheckKey key) {
        CheckState state = turn.check(key);
        judge(state, state);
    }

    /** Judges everything of which something may be wanted: what is wanted changed. After the end all stays as it was. */
    void judgeAll() {
        if (turn.inProgress()) {
            turn.derived.itemsOf(turn.run, turn.derived.duties.checks()).forEach(this::judge);
        }
    }

    private void judge(CheckState before, CheckState looked) {
        CheckMemory known = looked.memory();
        CheckMemory.Look look = known.look();
        boolean fresh = look != null && turn.now.isBefore(look.freshUntil());
        CheckState refreshed = looked.with(known.judged(fresh, known.expectations()));
        List<Expectation> expectations = new ArrayList<>();
        for (Duties.Wanted wanted : wanted(looked.check().id())) {
            expectations.add(expectation(refreshed, wanted, find(known.expectations(), wanted)));
        }
        CheckState after = refreshed.with(known.judged(fresh, expectations));
        count(before, after);
        tell(before, after);
        proposals.compare(before, after);
    }

    private List<Duties.Wanted> wanted(String check) {
        return turn.inProgress()
                ? turn.derived.duties.of(check, turn.phases(), turn.memory().rollback())
                : List.of();
    }

    private Expectation expectation(CheckState state, Duties.Wanted wanted, @Nullable Expectation previous) {
        Judgement judgement = state.judge(wanted.state());
        Verdict verdict = judgement.verdict();
        Instant since = previous != null && previous.verdict() == verdict ? previous.since() : turn.now;
        boolean waived = waived(state, wanted);
        Expectation now = new Expectation(
                wanted.phase(),
                wanted.kind(),
                wanted.state(),
                verdict,
                since,
                previous == null ? null : previous.suspectSince(),
                previous == null ? null : previous.breachedSince(),
                previous == null ? 0 : previous.flaps(),
                waived,
                wanted.rests(),
                verdict == Verdict.MET ? judgement.saw() : previous == null ? null : previous.sawWhenMet());
        return switch (wanted.kind()) {
            case REQUIRED -> now;
            case HELD -> held(state, now);
            case PROPOSES -> proposing(state, now);
        };
    }

    private boolean waived(CheckState state, Duties.Wanted wanted) {
        int phase = turn.derived.indexOf(wanted.phase());
        return phase >= 0
                && turn.phase(phase)
                        .waives(new Criterion.OfCheck(
                                state.check().id(), state.item().id(), wanted.state()));
    }

    /** What is seen to be as it should is no breach; not to see it is no proof that it is mended. A waiver hides it and changes nothing. */
    private Expectation held(CheckState state, Expectation now) {
        return switch (now.verdict()) {
            case UNKNOWN -> now;
            case MET -> now.unsuspected(flapped(state, now) ? now.flaps() + 1 : now.flaps());
            case NOT_MET ->
                state.canBreach(now)
                        ? now.suspected(turn.now, state.check().breachAfter())
                        : now.unsuspected(now.flaps());
        };
    }

    private boolean flapped(CheckState state, Expectation mended) {
        Instant broken = mended.suspectSince();
        return broken != null
                && mended.breachedSince() == null
                && turn.now.isBefore(broken.plus(state.check().breachAfter()));
    }

    private Expectation proposing(CheckState state, Expectation now) {
        return switch (now.verdict()) {
            case UNKNOWN -> now;
            case NOT_MET -> now.unsuspected(0);
            case MET ->
                now.suspected(
                        turn.now,
                        turn.derived.duties.proposedAfter(state.check().id(), now.state()));
        };
    }

    private static @Nullable Expectation find(List<Expectation> expectations, Duties.Wanted wanted) {
        return expectations.stream()
                .filter(expectation -> expectation.sameAs(wanted))
                .findFirst()
                .orElse(null);
    }

    /** Keeps the counts of the phases true. */
    private void count(CheckState before, CheckState after) {
        before.memory().expectations().forEach(expectation -> breaches(expectation, -1));
        for (Expectation expectation : after.memory().expectations()) {
            breaches(expectation, 1);
            if (expectation.kind() == Expectation.Kind.REQUIRED) {
                turn.stands(
                        turn.derived.indexOf(expectation.phase()),
                        new Criterion.OfCheck(after.check().id(), after.item().id(), expectation.state()),
                        Standing.of(expectation.verdict()));
            }
        }
    }

    private void breaches(Expectation expectation, int by) {
        if (expectation.isBreach()) {
            turn.phase(turn.derived.indexOf(expectation.phase()), phase -> phase.breached(phase.breaches() + by));
        }
    }

    private void tell(CheckState before, CheckState after) {
        CheckMemory was = before.memory();
        CheckMemory is = after.memory();
        long breached = breached(is.expectations()) - breached(was.expectations());
        if (breached > 0) {
            turn.tellCheck(after, EventType.BREACH_DETECTED, Telling.breach(after));
        } else if (breached < 0) {
            turn.tellCheck(after, EventType.BREACH_CLEARED, Telling.breachOver(before, after, turn.now));
        } else if (was.fresh() && !is.fresh()) {
            turn.tellCheck(after, ifWanted(after, EventType.CHECK_STALE), Telling.state(after));
        } else if (was.look() != null && !was.fresh() && is.fresh()) {
            turn.tellCheck(after, ifWanted(after, EventType.CHECK_RECOVERED), "seen again: " + Telling.state(after));
        } else if (changed(before, after)) {
            EventType type = isNews(before, after) ? EventType.CHECK_CHANGED : EventType.CHECK_OBSERVED;
            turn.tellCheck(after, type, Telling.change(before, after, turn.now));
        } else if (!is.shown() && mayBeTold(is)) {
            turn.tellCheck(after, EventType.CHECK_OBSERVED, Telling.state(after));
        } else if (!is.equals(was) || !Objects.equals(deadline(before), deadline(after))) {
            turn.check(after);
        }
    }

    private @Nullable Instant deadline(CheckState state) {
        return state.deadline(turn.derived.duties);
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

    /** Not that it was looked at for the first time, nor that what is as expected is now expected for another reason, or no longer. */
    private static boolean isNews(CheckState before, CheckState after) {
        Verdict verdict = Views.worst(after.memory().expectations());
        boolean turned =
                verdict != null && verdict != Views.worst(before.memory().expectations());
        boolean other = !Objects.equals(before.cause(), after.cause())
                || !before.statesNow().equals(after.statesNow());
        return turned || (other && before.memory().look() != null);
    }

    /** To lose sight of something that nobody wants anything of is no news. */
    private static EventType ifWanted(CheckState state, EventType news) {
        return state.memory().expectations().stream().allMatch(Expectation::rests) ? EventType.CHECK_OBSERVED : news;
    }

    private record Held(String phase, boolean held, String state, Verdict verdict, boolean waived) {}

    private static List<Held> verdicts(List<Expectation> expectations) {
        return expectations.stream()
                .filter(Expectation::isExpected)
                .map(it -> new Held(it.phase(), it.held(), it.state(), it.verdict(), it.waived()))
                .toList();
    }

    private static long breached(List<Expectation> expectations) {
        return expectations.stream().filter(Expectation::isBreach).count();
    }
}
