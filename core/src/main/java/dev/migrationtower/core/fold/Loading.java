package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading;
import dev.migrationtower.core.plan.Problem;
import dev.migrationtower.core.source.Differences;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Command;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.View.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives a run its plan: its first, another before the start, or another under way. What is decided stays decided; a plan that
 * cannot be read, or forgets what already happened, changes nothing.
 */
final class Loading {
    private static final int CONFLICT = 409;
    private static final int SENSELESS = 422;

    private final Command command;
    private final Action.LoadPlan load;
    private final Instant now;

    Loading(Command command, Action.LoadPlan load, Instant now) {
        this.command = command;
        this.load = load;
        this.now = now;
    }

    Step into(@Nullable Run before) {
        return switch (PlanReader.read(load.yaml())) {
            case PlanReading.Readable(Plan plan, List<Problem> warnings) -> into(before, new Derived(plan));
            case PlanReading.Refused(List<Problem> problems) ->
                before == null
                        ? Step.ignored(null, "the plan of a new run cannot be read: " + problems)
                        : refused(
                                before,
                                SENSELESS,
                                problems.stream().map(Problem::toString).toList());
        };
    }

    private Step into(@Nullable Run before, Derived derived) {
        if (before == null) {
            return first(derived);
        }
        return switch (before.memory.state()) {
            case SCHEDULED -> again(before, derived);
            case IN_PROGRESS -> underWay(before, derived);
            case COMPLETED, ROLLED_BACK, ABORTED ->
                refused(
                        before,
                        CONFLICT,
                        List.of("The run is " + before.memory.state().word()
                                + "; no plan changes that any more. Take another run id."));
        };
    }

    private Step first(Derived derived) {
        Orders orders =
                new Orders(load.yaml(), 1, load.mode(), now, now, load.earlier(), List.of()).answering(command.id());
        Turn turn = new Turn(Run.blank(command.run(), orders, derived, now), Because.of(command), now);
        turn.tellRun(EventType.PLAN_LOADED, command.author() + " loaded the plan " + derived.plan.id());
        begin(turn);
        return turn.end();
    }

    /** Before the start nothing is decided: everything begins anew, but for the screens that were promised it. */
    private Step again(Run before, Derived derived) {
        RunMemory fresh = Run.fresh(before.id(), before.memory.revision(), derived, now)
                .with(RunMemory.Notices.NONE.hanging(before.memory.notices().walls()));
        Turn turn = turn(Run.of(orders(before), derived, fresh, List.of()));
        turn.tellRun(EventType.PLAN_LOADED, command.author() + " loaded the plan " + derived.plan.id());
        drop(turn, before, derived);
        begin(turn);
        return turn.end();
    }

    private static void begin(Turn turn) {
        Assignments.begin(turn);
        Expectations expectations = new Expectations(turn);
        turn.derived.itemsOf(turn.run, turn.derived.plan.checks().keySet()).forEach(expectations::judge);
    }

    // --- under way

    private Step underWay(Run before, Derived derived) {
        List<String> problems = forgotten(before, derived);
        if (!problems.isEmpty()) {
            return refused(before, CONFLICT, problems);
        }
        RunMemory known = before.memory;
        List<CheckMemory> still = stillTrue(before, derived);
        RunMemory memory = known.at(known.revision(), carriedOver(before, derived, still));
        Run run = Run.of(orders(before), derived, memory, still);
        Turn turn = turn(run);
        turn.memory(it -> it.with(it.stage().proposing(Proposals.of(run))));
        List<String> differences = Differences.between(before.orders.yaml(), load.yaml());
        turn.tellRun(
                EventType.PLAN_CHANGED,
                command.author() + " changed the plan: "
                        + (differences.isEmpty() ? "nothing is different" : String.join("; ", differences)));
        drop(turn, before, derived);
        Assignments.begin(turn);
        Expectations expectations = new Expectations(turn);
        turn.derived.itemsOf(turn.run, derived.plan.checks().keySet()).forEach(expectations::judge);
        Settling.of(turn, expectations).settle();
        return turn.end();
    }

    /** What has happened already and the new plan does not know: phases that began must stand where they stood. */
    private static List<String> forgotten(Run before, Derived derived) {
        List<String> problems = new ArrayList<>();
        if (before.memory.rollback() && derived.plan.rollback() == null) {
            problems.add("The rollback is under way, and this plan has none.");
        }
        forgotten(problems, before, before.derived.plan.phases(), derived.plan.phases());
        if (before.memory.rollback() && problems.isEmpty()) {
            forgotten(problems, before, back(before.derived.plan), back(derived.plan));
        }
        return problems;
    }

    private static List<Phase> back(Plan plan) {
        return plan.rollback() == null ? List.of() : plan.rollback().phases();
    }

    private static void forgotten(List<String> problems, Run before, List<Phase> old, List<Phase> replacement) {
        int begun = 0;
        for (int i = 0; i < old.size(); i++) {
            PhaseMemory memory =
                    before.memory.phases().get(before.derived.indexOf(old.get(i).id()));
            begun = memory.state() == PhaseState.PENDING || memory.state() == PhaseState.SKIPPED ? begun : i + 1;
        }
        for (int i = 0; i < begun; i++) {
            String id = old.get(i).id();
            if (i >= replacement.size() || !replacement.get(i).id().equals(id)) {
                problems.add("The phase " + id + " began already: it must stay number " + (i + 1) + " of its path.");
            }
        }
    }

    /** What is no longer looked at is no longer in breach, and a gate that asks for something else now begins to be met now. */
    private List<PhaseMemory> carriedOver(Run before, Derived derived, List<CheckMemory> still) {
        List<PhaseMemory> phases = new ArrayList<>();
        for (Phase phase : derived.phases) {
            int index = before.derived.indexOf(phase.id());
            if (index < 0) {
                phases.add(PhaseMemory.pending(phase.id(), before.memory.revision(), Lanes.silent(phase, now), now));
            } else {
                PhaseMemory known = before.memory.phases().get(index).breached(breaches(phase.id(), still));
                boolean sameGate = sameGate(before.derived, derived, before.derived.phases.get(index), phase);
                GateMemory gate = sameGate || !known.current()
                        ? known.gate()
                        : known.gate().anew(before.memory.revision() + 1); // that of the change being told
                phases.add(known.with(gate).with(known.following().shapedBy(phase.script(), now)));
            }
        }
        return phases;
    }

    private static int breaches(String phase, List<CheckMemory> checks) {
        return (int) checks.stream()
                .flatMap(check -> check.expectations().stream())
                .filter(it -> it.isBreach() && it.phase().equals(phase))
                .count();
    }

    /** Whether both ask for the same, and mean the same by it. */
    private static boolean sameGate(Derived before, Derived after, Phase one, Phase other) {
        return one.gate().require().equals(other.gate().require())
                && Objects.equals(one.gate().decision(), other.gate().decision())
                && other.gate()
                        .require()
                        .states()
                        .allMatch(wanted -> sameState(
                                before.plan.check(wanted.check()), after.plan.check(wanted.check()), wanted.state()));
    }

    private static boolean sameState(Check one, Check other, String state) {
        return one.state(state).text().equals(other.state(state).text())
                && one.severity() == other.severity()
                && one.probe().equals(other.probe())
                && looks(one).equals(looks(other));
    }

    /** By what each item is looked at. */
    private static Map<String, Map<String, Object>> looks(Check check) {
        return check.items().stream().collect(Collectors.toMap(Check.Item::id, Check.Item::settings));
    }

    /** What was seen of checks that are still looked at in the same way; all is told again, as a new plan may name it otherwise. */
    private static List<CheckMemory> stillTrue(Run before, Derived derived) {
        List<CheckMemory> still = new ArrayList<>();
        for (Check check : derived.plan.checks().values()) {
            for (Check.Item item : check.items()) {
                CheckState known = before.checks.get(new CheckKey(before.id(), check.id(), item.id()));
                if (known != null
                        && known.check().probe().equals(check.probe())
                        && known.item().settings().equals(item.settings())) {
                    still.add(stillWanted(known.memory().untold(), check, derived.duties));
                }
            }
        }
        return still;
    }

    /** Without what the plan cannot want of it any more. */
    private static CheckMemory stillWanted(CheckMemory memory, Check check, Duties duties) {
        return memory.judged(
                memory.fresh(),
                memory.expectations().stream()
                        .filter(it -> check.states().containsKey(it.state()))
                        .filter(it -> it.kind() != CheckMemory.Expectation.Kind.PROPOSES
                                || duties.proposes(check.id(), it.state()))
                        .toList());
    }

    private static void drop(Turn turn, Run before, Derived derived) {
        Set<CheckKey> kept =
                Set.copyOf(derived.itemsOf(before.id(), derived.plan.checks().keySet()));
        before.checks.keySet().stream()
                .filter(key -> !kept.contains(key))
                .sorted()
                .forEach(key -> Assignments.drop(turn, key));
    }

    private Orders orders(Run before) {
        return before.orders
                .replacing(load.yaml(), load.mode(), load.earlier(), now)
                .answering(command.id());
    }

    private Turn turn(Run run) {
        return new Turn(run, Because.of(command), now);
    }

    private Step refused(Run before, int status, List<String> problems) {
        Turn turn = turn(before);
        turn.orders(turn.orders().answering(command.id()));
        turn.tellView(
                EventType.PLAN_REJECTED,
                "run",
                "the plan that " + command.author() + " gave was refused; the one before stays: " + problems.getFirst(),
                new Rejection(command.id(), status, problems));
        return turn.end();
    }
}
