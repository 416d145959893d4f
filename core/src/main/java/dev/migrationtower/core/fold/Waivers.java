package dev.migrationtower.core.fold;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.WaiverView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets a gate pass without a criterion, in somebody's name and for some time. The criterion stays what it is. */
final class Waivers {
    private final Turn turn;
    private final Expectations expectations;

    Waivers(Turn turn, Expectations expectations) {
        this.turn = turn;
        this.expectations = expectations;
    }

    void waive(Asked asked, Action.Waive waive) {
        int index = asked.gate(waive.phase());
        if (index < 0) {
            return;
        }
        String subject = Asked.subject(waive.phase());
        Instant until = waive.until();
        if (isOver(turn.phase(index))) {
            asked.refuse(
                    Asked.CONFLICT,
                    subject,
                    waive.phase() + " is " + turn.phase(index).state().word() + "; its gate asks for nothing.");
        } else if (turn.derived.criteria(index).all().stream()
                .noneMatch(criterion -> criterion.isMeantBy(waive.criterion()))) {
            asked.refuse(
                    Asked.SENSELESS,
                    subject,
                    "The gate of " + waive.phase() + " asks for nothing named " + waive.criterion() + ".");
        } else if (until != null && !until.isAfter(turn.now)) {
            asked.refuse(Asked.SENSELESS, subject, "A waiver until " + time(until) + " is over before it begins.");
        } else {
            grant(index, new WaiverView(waive.criterion(), asked.author(), turn.now, asked.reason(), until));
        }
    }

    private void grant(int index, WaiverView waiver) {
        List<WaiverView> waivers = without(index, waiver.criterion());
        waivers.add(waiver);
        Instant until = waiver.until();
        change(
                index,
                waivers,
                EventType.WAIVER_GRANTED,
                waiver.by() + " answers for going on without " + waiver.criterion()
                        + (until == null ? "" : " until " + time(until)) + ": " + waiver.reason());
    }

    void unwaive(Asked asked, Action.Unwaive unwaive) {
        int index = asked.gate(unwaive.phase());
        if (index < 0) {
            return;
        }
        List<WaiverView> others = without(index, unwaive.criterion());
        if (others.size() == turn.phase(index).people().waivers().size()) {
            asked.refuse(
                    Asked.CONFLICT,
                    Asked.subject(unwaive.phase()),
                    "There is no waiver of " + unwaive.criterion() + " in " + unwaive.phase() + ".");
            return;
        }
        change(
                index,
                others,
                EventType.WAIVER_WITHDRAWN,
                asked.author() + " took the waiver of " + unwaive.criterion() + " back" + asked.because());
    }

    /** What was waived until now counts again; where the run has ended, nothing counts any more, and all stays as it was. */
    void expire() {
        if (turn.memory().endedAt() != null) {
            return;
        }
        for (int i = 0; i < turn.phases().size(); i++) {
            for (WaiverView waiver : turn.phase(i).people().waivers()) {
                Instant until = waiver.until();
                if (until != null && !turn.now.isBefore(until)) {
                    change(
                            i,
                            without(i, waiver.criterion()),
                            EventType.WAIVER_WITHDRAWN,
                            "the waiver of " + waiver.criterion() + " by " + waiver.by() + " is over");
                }
            }
        }
    }

    private void change(int index, List<WaiverView> waivers, EventType type, String words) {
        turn.phase(index, phase -> phase.with(phase.people().waiving(waivers)));
        turn.tellPhase(index, type, words);
        if (index == turn.current()) {
            turn.sheet(Standings.sheet(turn.derived, index, turn.phase(index), turn.run, turn::check));
        }
        expectations.judgeAll();
    }

    private String time(Instant at) {
        return Words.time(at, turn.derived.plan.timezone());
    }

    private List<WaiverView> without(int index, String criterion) {
        List<WaiverView> waivers = new ArrayList<>(turn.phase(index).people().waivers());
        waivers.removeIf(waiver -> waiver.criterion().equals(criterion));
        return waivers;
    }

    /** A phase that was passed may still hold what is waived. */
    private static boolean isOver(PhaseMemory phase) {
        return switch (phase.state()) {
            case PENDING, ACTIVE, AWAITING_DECISION, PASSED -> false;
            case SKIPPED, FAILED, ROLLED_BACK -> true;
        };
    }
}
