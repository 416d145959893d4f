package dev.migrationtower.core.fold;

import dev.migrationtower.core.fold.CheckMemory.Expectation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.events.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What is said of a check, in words: the reasons of its events. */
final class Telling {
    private Telling() {}

    /** {@code Pix App: expected status == 503, saw status 200}; {@code Pix App: status 503, as expected} */
    static String state(CheckState state) {
        Verdict worst = Views.worst(state.memory().expectations());
        return name(state) + ": "
                + state.memory().expectations().stream()
                        .filter(expectation -> expectation.isExpected() && expectation.verdict() == worst)
                        .findFirst()
                        .map(expectation -> worst == Verdict.MET
                                ? state.judge(expectation.state()).saw() + ", as expected"
                                : expected(state, expectation))
                        .orElseGet(() -> unasked(state));
    }

    /** What it is, while nobody expects anything of it. */
    private static String unasked(CheckState state) {
        List<String> states = state.statesNow();
        if (!states.isEmpty()) {
            return String.join(", ", states) + "; nothing is expected of it now";
        }
        CheckMemory.Look look = state.memory().look();
        return look == null
                ? "nothing seen yet, and nothing is expected of it now"
                : look.outcome() instanceof Outcome.Unobservable unobservable
                        ? "cannot be seen: " + unobservable.message()
                        : "seen, and nothing is expected of it now";
    }

    private static String expected(CheckState state, Expectation expectation) {
        return "expected " + state.check().state(expectation.state()).text() + ", saw "
                + state.judge(expectation.state()).saw();
    }

    /** With what was seen before. */
    static String breach(CheckState state) {
        return state.memory().expectations().stream()
                .filter(Expectation::isBreach)
                .findFirst()
                .map(broken -> name(state) + " was as it should be and no longer is: " + expected(state, broken)
                        + (broken.sawWhenMet() == null ? "" : ", before " + broken.sawWhenMet()))
                .orElseGet(() -> state(state));
    }

    static String breachOver(CheckState before, CheckState after, Instant now) {
        List<Expectation> broken = before.memory().expectations().stream()
                .filter(Expectation::isBreach)
                .toList();
        Duration longest = broken.stream()
                .map(Expectation::breachedSince)
                .filter(Objects::nonNull)
                .map(since -> Duration.between(since, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        long others = after.memory().expectations().stream()
                .filter(Expectation::isBreach)
                .count();
        if (others > 0) {
            return "one breach less, after " + Words.of(longest) + ", and " + others
                    + (others == 1 ? " goes on: " : " go on: ") + state(after);
        }
        boolean stillHeld = after.memory().expectations().stream().anyMatch(it -> it.held() && !it.rests());
        return (stillHeld ? "no longer in breach, after " : "no longer held; it was in breach for ") + Words.of(longest)
                + ": " + state(after);
    }

    /** A short failure is told as what it was. */
    static String change(CheckState before, CheckState after, Instant now) {
        for (Expectation is : after.memory().expectations()) {
            for (Expectation was : before.memory().expectations()) {
                if (is.held()
                        && !is.rests()
                        && was.held()
                        && is.phase().equals(was.phase())
                        && is.flaps() > was.flaps()
                        && was.suspectSince() != null) {
                    return "back after " + Words.of(Duration.between(was.suspectSince(), now))
                            + ", too short for a breach: " + state(after);
                }
            }
        }
        return state(after);
    }

    /** Its name; if nobody gave it one, {@code check/item}, as an item of this name may be one of several checks. */
    static String name(CheckState state) {
        String name = state.item().name().in("en");
        boolean unnamed = name.equals(state.item().id());
        return unnamed && !name.equals(state.check().id()) ? state.check().id() + "/" + name : name;
    }
}
