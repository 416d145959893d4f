package dev.migrationtower.notifier.notice;

import dev.migrationtower.events.LaneView;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.Text;
import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.ExpectationView;
import dev.migrationtower.events.View.PhaseView;
import dev.migrationtower.events.View.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is not well in a run, gathered so that a storm is one notice: the first trouble waits a moment for others, and what comes
 * soon after a notice waits for the next. What is unresolved is told again.
 */
final class Troubles {
    private static final class Open {
        private Trouble trouble;
        private final Instant tellFrom;
        private boolean told;
        private boolean confirmed = true;

        Open(Trouble trouble, Instant tellFrom) {
            this.trouble = trouble;
            this.tellFrom = tellFrom;
        }
    }

    private final Tempo tempo;
    private final Map<String, Open> open = new LinkedHashMap<>();
    private final List<About.Over> over = new ArrayList<>();
    private @Nullable Instant toldAt;
    private @Nullable Instant unconfirmedSince;
    private int reminders;

    Troubles(Tempo tempo) {
        this.tempo = tempo;
    }

    /** Another plan holds: each check that it looks at is told within moments, and of the others nothing is expected any more. */
    void newPlan(Instant now) {
        open.values().forEach(one -> one.confirmed = !one.trouble.key().startsWith("check/"));
        unconfirmedSince = now;
    }

    void look(CheckView check, Instant now) {
        boolean well = check.verdict() == Verdict.MET || check.verdict() == Verdict.NOT_MET;
        settle("check/" + check.check() + "/" + check.item(), of(check), well, now);
    }

    void look(PhaseView phase, Instant now) {
        boolean underWay = phase.state() == PhaseState.ACTIVE || phase.state() == PhaseState.AWAITING_DECISION;
        for (LaneView lane : phase.lanes()) {
            settle("lane/" + phase.id() + "/" + lane.id(), underWay ? of(phase, lane) : null, underWay, now);
        }
    }

    private static @Nullable Trouble of(CheckView check) {
        String key = "check/" + check.check() + "/" + check.item();
        ExpectationView breached = check.expectations().stream()
                .filter(expectation -> expectation.breachedSince() != null)
                .findFirst()
                .orElse(null);
        if (breached != null && breached.breachedSince() instanceof Instant since) {
            return new Trouble(key, Trouble.Kind.BREACH, title(check), since, breached.expected(), breached.saw());
        }
        ExpectationView unseen = check.expectations().stream()
                .filter(expectation -> expectation.verdict() == Verdict.UNKNOWN && !expectation.waived())
                .findFirst()
                .orElse(null);
        return check.verdict() == Verdict.UNKNOWN && check.severity().equals("gate") && unseen != null
                ? new Trouble(key, Trouble.Kind.UNSEEN, title(check), unseen.since(), null, whyUnseen(check, unseen))
                : null;
    }

    /** In the probe's own words, if it had any. */
    private static String whyUnseen(CheckView check, ExpectationView unseen) {
        Sight sight = check.saw();
        return sight == null || sight.message() == null ? unseen.saw() : sight.message();
    }

    /** An item that nobody gave a name goes by that of its check, too. */
    private static Text title(CheckView check) {
        boolean unnamed =
                check.title().in("en").equals(check.item()) && !check.item().equals(check.check());
        return unnamed ? Text.of(check.check() + "/" + check.item()) : check.title();
    }

    private static @Nullable Trouble of(PhaseView phase, LaneView lane) {
        String key = "lane/" + phase.id() + "/" + lane.id();
        Text title = Text.of(lane.id());
        return switch (lane.state()) {
            case LOST -> new Trouble(key, Trouble.Kind.LANE_LOST, title, lane.since(), null, null);
            case FAILED -> new Trouble(key, Trouble.Kind.LANE_FAILED, title, lane.since(), null, failure(lane));
            case UNKNOWN -> new Trouble(key, Trouble.Kind.LANE_UNSEEN, title, lane.since(), null, null);
            case PENDING, ALIVE, LATE, FINISHED -> null;
        };
    }

    private static @Nullable String failure(LaneView lane) {
        return lane.steps().stream()
                .filter(step -> step.state() == LaneView.StepState.FAILED)
                .map(step -> step.id() + (step.evidence() == null ? "" : ": " + step.evidence()))
                .findFirst()
                .orElse(null);
    }

    /** Of two kinds the surer one stays: what broke and is now out of sight is still broken, as far as anybody knows. */
    private void settle(String key, @Nullable Trouble is, boolean well, Instant now) {
        Open was = open.get(key);
        if (was != null) {
            was.confirmed = true;
        }
        if (is == null) {
            if (was != null) {
                end(key, was, well, now);
            }
        } else if (was != null && was.trouble.kind() == is.kind()) {
            was.trouble = is;
        } else if (was == null || !is.kind().isOutOfSight()) {
            Instant from = is.kind().isOutOfSight() ? later(now, is.since().plus(tempo.unseenAfter())) : now;
            open.put(key, new Open(is, from));
        }
    }

    /** What was told is told to be over; so is a breach that was too short to be told. */
    private void end(String key, Open one, boolean well, Instant now) {
        open.remove(key);
        if (one.told || !one.trouble.kind().isOutOfSight()) {
            over.add(new About.Over(one.trouble, now, well, one.told));
        }
        if (open.values().stream().noneMatch(other -> other.told)) {
            reminders = 0;
        }
    }

    /** When there is something to tell, if nothing else happens; null if never. */
    @Nullable
    Instant due() {
        Instant unconfirmed = unconfirmedSince == null ? null : unconfirmedSince.plus(tempo.gather());
        Instant news = Stream.concat(
                        open.values().stream().filter(one -> !one.told).map(one -> one.tellFrom),
                        over.stream().map(About.Over::at))
                .min(Instant::compareTo)
                .map(first -> first.plus(tempo.gather()))
                .map(at -> toldAt == null ? at : later(at, toldAt.plus(tempo.spacing())))
                .orElse(null);
        Instant reminder = toldAt == null || open.values().stream().noneMatch(one -> one.told)
                ? null
                : toldAt.plus(tempo.beforeReminder(reminders));
        return Due.first(unconfirmed, news, reminder);
    }

    /** What is to be told at this moment, which was {@link #due}; null if it turned out to be nothing. */
    @Nullable
    About tell(Instant now) {
        if (unconfirmedSince != null && !now.isBefore(unconfirmedSince.plus(tempo.gather()))) {
            unconfirmedSince = null;
            List.copyOf(open.entrySet()).stream()
                    .filter(one -> !one.getValue().confirmed)
                    .forEach(one -> end(one.getKey(), one.getValue(), false, now));
            return null;
        }
        List<Trouble> began = open.values().stream()
                .filter(one -> !one.told && !one.tellFrom.isAfter(now))
                .map(one -> one.trouble)
                .toList();
        open.values().stream().filter(one -> !one.tellFrom.isAfter(now)).forEach(one -> one.told = true);
        toldAt = now;
        if (began.isEmpty() && over.isEmpty()) {
            reminders++;
            return new About.StillTroubled(open());
        }
        if (!began.isEmpty()) {
            reminders = 0;
        }
        About told = new About.Troubled(began, over, open());
        over.clear();
        return told;
    }

    /** All that are known to people. */
    List<Trouble> open() {
        return open.values().stream()
                .filter(one -> one.told)
                .map(one -> one.trouble)
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
