package dev.migrationtower.core.fold;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fold of inputs into a run. Pure. */
public final class Fold {
    private Fold() {}

    /**
     * What one input brings about.
     *
     * @param before the run as it stood; null if there is none
     * <p>What time alone brings comes first, whether or not somebody noticed in time: nothing is decided on evidence that is too old,
     * or by a waiver that is over.
     *
     * @param now the time at which the input is taken in; if the clock was set back, the time of the run stands still meanwhile
     */
    public static Step step(@Nullable Run before, Input input, Instant now) {
        if (before == null) {
            return taken(null, input, now);
        }
        Instant time = before.asOf.isAfter(now) ? before.asOf : now;
        Step due = input instanceof Input.Tick ? null : due(before, time);
        return due == null ? taken(before, input, time) : due.then(run -> taken(run, input, time));
    }

    private static @Nullable Step due(Run before, Instant now) {
        Step step = tick(before, now);
        return step.ignored() == null ? step : null;
    }

    private static Step taken(@Nullable Run before, Input input, Instant now) {
        return switch (input) {
            case Input.Told(Command command) -> told(before, command, now);
            case Input.Seen(Observation observation) -> before == null ? noRun() : seen(before, observation, now);
            case Input.Tick() -> before == null ? noRun() : tick(before, now);
        };
    }

    private static Step noRun() {
        return Step.ignored(null, "there is no such run");
    }

    private static Step told(@Nullable Run before, Command command, Instant now) {
        if (before != null && before.orders.answered().contains(command.id())) {
            return Step.ignored(before, "the command was answered before");
        }
        if (command.action() instanceof Action.LoadPlan load) {
            return new Loading(command, load, now).into(before);
        }
        return before == null ? noRun() : carriedOut(before, command, now);
    }

    private static Step carriedOut(Run before, Command command, Instant now) {
        Turn turn = new Turn(before, Because.of(command), now);
        turn.orders(turn.orders().answering(command.id()));
        Expectations expectations = new Expectations(turn);
        Path path = new Path(turn, expectations);
        Asked asked = new Asked(turn, command);
        RunCommands run = new RunCommands(asked, path);
        Decisions decisions = new Decisions(asked, path);
        Detours detours = new Detours(asked, path);
        if (asked.isReasoned()) {
            switch (command.action()) {
                case Action.LoadPlan load -> throw new IllegalArgumentException("a plan is loaded elsewhere");
                case Action.Start start -> run.start();
                case Action.Abort abort -> run.abort();
                case Action.Resume resume -> run.resume(expectations);
                case Action.Go go -> decisions.go(go);
                case Action.NoGo noGo -> decisions.noGo(noGo);
                case Action.Withdraw withdraw -> decisions.withdraw(withdraw);
                case Action.Waive waive -> new Waivers(turn, expectations).waive(asked, waive);
                case Action.Unwaive unwaive -> new Waivers(turn, expectations).unwaive(asked, unwaive);
                case Action.Skip skip -> detours.skip(skip.phase());
                case Action.Unskip unskip -> detours.unskip(unskip.phase());
                case Action.Fail fail -> detours.fail(fail.phase());
                case Action.Unfail unfail -> detours.unfail(unfail.phase());
                case Action.Done done -> new Tasks(asked).done(done);
                case Action.Undone undone -> new Tasks(asked).undone(undone);
                case Action.BeginRollback begin -> run.beginRollback();
                case Action.AbandonRollback abandon -> run.abandonRollback();
                case Action.Comment comment -> run.comment(comment);
                case Action.OpenWall open -> run.openWall(open);
                case Action.CloseWall close -> run.closeWall(close);
                case Action.Announce announce -> run.announce(announce);
                case Action.Unannounce unannounce -> run.unannounce(unannounce);
            }
        }
        Settling.of(turn, expectations).settle();
        return turn.end();
    }

    // --- what is seen, and time

    private static Step seen(Run before, Observation observation, Instant now) {
        if (before.memory.endedAt() != null) {
            return Step.ignored(before, "the run has ended");
        }
        return observation.outcome() instanceof Outcome.Ping
                ? pinged(before, observation, now)
                : looked(before, observation, now);
    }

    private static Step pinged(Run before, Observation observation, Instant now) {
        Turn turn = new Turn(before, Because.of(observation), now);
        new Lanes(turn).take(observation);
        Settling.of(turn, new Expectations(turn)).settle();
        return turn.end();
    }

    private static Step looked(Run before, Observation observation, Instant now) {
        CheckKey key = observation.key();
        CheckState state = before.checks.get(key);
        if (state == null) {
            return Step.ignored(before, "the plan has no check " + key);
        }
        String asked = observation.specVersion();
        if (asked != null && !asked.equals(state.check().version(state.item()))) {
            return Step.ignored(before, "it answers what the plan asked before it changed");
        }
        // A probe's clock that runs ahead must not make its evidence last longer.
        Instant observedAt = observation.observedAt().isAfter(now) ? now : observation.observedAt();
        CheckMemory.Look known = state.memory().look();
        boolean older = known != null && !observedAt.isAfter(known.observedAt());
        boolean lines = observation.outcome() instanceof Outcome.LogLines;
        if (known == null && !lines && observedAt.isBefore(before.orders.changedAt())) {
            return Step.ignored(before, "it was seen before the plan asked for it");
        }
        if (older && !lines) {
            return Step.ignored(before, "something newer was seen before");
        }
        Turn turn = new Turn(before, Because.of(observation), now);
        Expectations expectations = new Expectations(turn);
        new Lanes(turn).take(observation);
        if (!older) {
            expectations.look(
                    key,
                    new CheckMemory.Look(
                            observation.id(),
                            observedAt,
                            observedAt.plus(freshness(state, observation)),
                            observation.tookMillis(),
                            observation.instance(),
                            withoutLines(observation.outcome()),
                            observation.evidence()));
        }
        Settling.of(turn, expectations).settle();
        return turn.end();
    }

    /** Lines are taken in by the lanes; that there were some is all that a look remembers. */
    private static Outcome withoutLines(Outcome outcome) {
        return outcome instanceof Outcome.LogLines ? new Outcome.LogLines(java.util.List.of()) : outcome;
    }

    /** The plan's; or until the source has something newer and there was time to look at it, if that is longer. */
    private static Duration freshness(CheckState check, Observation observation) {
        Duration planned = check.check().freshness();
        Integer next = observation.nextUpdateSeconds();
        if (next == null) {
            return planned;
        }
        Duration untilNext = Duration.ofSeconds(next).plus(check.check().interval());
        return untilNext.compareTo(planned) > 0 ? untilNext : planned;
    }

    private static Step tick(Run before, Instant now) {
        Instant next = before.nextDeadline();
        if (next == null || next.isAfter(now)) {
            return Step.ignored(before, "nothing is due");
        }
        Turn turn = new Turn(before, Because.OF_TIME, now);
        Expectations expectations = new Expectations(turn);
        for (CheckKey due = turn.due(); due != null; due = turn.due()) {
            expectations.judge(due);
        }
        Settling.of(turn, expectations).settle();
        return turn.end();
    }
}
