package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading;
import dev.migrationtower.core.plan.Problem;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fold of inputs into a run. Pure. */
public final class Fold {
    private Fold() {}

    /**
     * What one input brings about.
     *
     * @param before the run as it stood; null if there is none
     * @param now the time at which the input is taken in; must not run backwards
     */
    public static Step step(@Nullable Run before, Input input, Instant now) {
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
            return load(before, command, load, now);
        }
        return before == null ? noRun() : carriedOut(before, command, now);
    }

    private static Step carriedOut(Run before, Command command, Instant now) {
        Turn turn = new Turn(before, Because.of(command), now);
        turn.orders(turn.orders().answering(command.id()));
        Gates gates = new Gates(turn, new Expectations(turn));
        Commands commands = new Commands(turn, gates, command);
        switch (command.action()) {
            case Action.LoadPlan load -> throw new IllegalArgumentException("a plan is loaded elsewhere");
            case Action.Start start -> commands.start();
            case Action.Go go -> commands.go(go);
            case Action.NoGo noGo -> commands.noGo(noGo);
            case Action.Comment comment -> commands.comment(comment);
        }
        gates.settle();
        return turn.end();
    }

    // --- the plan

    private static Step load(@Nullable Run before, Command command, Action.LoadPlan load, Instant now) {
        return switch (PlanReader.read(load.yaml())) {
            case PlanReading.Readable(Plan plan) ->
                before == null || before.memory.state() == RunState.SCHEDULED
                        ? loaded(before, command, load, plan, now)
                        : refused(
                                before,
                                command,
                                409,
                                List.of("The run is "
                                        + before.memory.state().word()
                                        + "; a plan can be loaded before the start only. Take another run id."),
                                now);
            case PlanReading.Refused(List<Problem> problems) ->
                before == null
                        ? Step.ignored(null, "the plan of a new run cannot be read: " + problems)
                        : refused(
                                before,
                                command,
                                422,
                                problems.stream().map(Problem::toString).toList(),
                                now);
        };
    }

    private static Step loaded(@Nullable Run before, Command command, Action.LoadPlan load, Plan plan, Instant now) {
        Orders orders = (before == null
                        ? new Orders(load.yaml(), load.mode(), now, List.of())
                        : before.orders.replacing(load.yaml(), load.mode()))
                .answering(command.id());
        long revision = before == null ? 0 : before.memory.revision();
        Turn turn = new Turn(Run.blank(command.run(), revision, orders, plan, now), Because.of(command), now);
        turn.tellRun(EventType.PLAN_LOADED, command.author() + " loaded the plan " + plan.id());
        Assignments.begin(turn, before == null ? Set.of() : before.checks.keySet());
        Expectations expectations = new Expectations(turn);
        turn.itemsOf(plan.checks().keySet()).forEach(expectations::judge);
        return turn.end();
    }

    private static Step refused(Run before, Command command, int status, List<String> problems, Instant now) {
        Turn turn = new Turn(before, Because.of(command), now);
        turn.orders(turn.orders().answering(command.id()));
        turn.tellView(
                EventType.PLAN_REJECTED,
                "run",
                "the plan that " + command.author() + " gave was refused",
                new Rejection(command.id(), status, problems));
        return turn.end();
    }

    // --- what is seen, and time

    private static Step seen(Run before, Observation observation, Instant now) {
        CheckKey key = observation.key();
        if (before.memory.endedAt() != null) {
            return Step.ignored(before, "the run has ended");
        }
        if (!before.checks.containsKey(key)) {
            return Step.ignored(before, "the plan has no check " + key);
        }
        // A probe's clock that runs ahead must not make its evidence last longer.
        Instant observedAt = observation.observedAt().isAfter(now) ? now : observation.observedAt();
        CheckMemory.Look known = before.check(key).memory().look();
        if (known != null && !observedAt.isAfter(known.observedAt())) {
            return Step.ignored(before, "something newer was seen before");
        }
        Turn turn = new Turn(before, Because.of(observation), now);
        Expectations expectations = new Expectations(turn);
        Gates gates = new Gates(turn, expectations);
        expectations.look(
                key,
                new CheckMemory.Look(
                        observation.id(),
                        observedAt,
                        observedAt.plus(freshness(before.check(key), observation)),
                        observation.tookMillis(),
                        observation.instance(),
                        observation.outcome(),
                        observation.evidence()));
        gates.settle();
        return turn.end();
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
        Gates gates = new Gates(turn, expectations);
        for (Deadline due = turn.due(); due != null; due = turn.due()) {
            CheckKey check = due.check();
            if (check != null) {
                expectations.judge(check);
            }
        }
        gates.settle();
        return turn.end();
    }
}
