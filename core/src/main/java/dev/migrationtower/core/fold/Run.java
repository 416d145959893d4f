package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/** One execution of a plan, as it stands. Immutable, made by {@link Fold#step} only; a step shares what it leaves unchanged. */
public final class Run {
    final Orders orders;
    final Plan plan;
    final Duties duties;
    final RunMemory memory;
    final PMap<CheckKey, CheckState> checks;
    final TreePSet<Deadline> deadlines;

    Run(
            Orders orders,
            Plan plan,
            Duties duties,
            RunMemory memory,
            PMap<CheckKey, CheckState> checks,
            TreePSet<Deadline> deadlines) {
        this.orders = orders;
        this.plan = plan;
        this.duties = duties;
        this.memory = memory;
        this.checks = checks;
        this.deadlines = deadlines;
    }

    /**
     * The run that left these memories.
     *
     * @throws IllegalArgumentException if the plan in the orders cannot be read
     */
    public static Run recall(Orders orders, RunMemory memory, Collection<CheckMemory> checkMemories) {
        Plan plan = switch (PlanReader.read(orders.yaml())) {
            case PlanReading.Readable readable -> readable.plan();
            case PlanReading.Refused refused ->
                throw new IllegalArgumentException(
                        "run " + memory.run() + " has a plan that cannot be read: " + refused.problems());
        };
        Map<CheckKey, CheckMemory> known = new HashMap<>();
        checkMemories.forEach(check -> known.put(check.key(), check));
        Map<CheckKey, CheckState> checks = new HashMap<>();
        for (Check check : plan.checks().values()) {
            for (Check.Item item : check.items()) {
                CheckKey key = new CheckKey(memory.run(), check.id(), item.id());
                checks.put(key, CheckState.judging(check, item, known.getOrDefault(key, CheckMemory.unseen(key))));
            }
        }
        return new Run(
                orders,
                plan,
                new Duties(plan),
                memory,
                HashTreePMap.from(checks),
                Deadline.all(plan, memory, checks.values()));
    }

    /** A run that has a plan and nothing else: none of its checks was looked at, none of its phases has begun. */
    static Run blank(String run, long revision, Orders orders, Plan plan, Instant now) {
        List<RunMemory.PhaseMemory> phases = plan.phases().stream()
                .map(phase -> RunMemory.PhaseMemory.pending(phase.id(), revision, now))
                .toList();
        PMap<CheckKey, CheckState> checks = HashTreePMap.empty();
        for (Check check : plan.checks().values()) {
            for (Check.Item item : check.items()) {
                CheckKey key = new CheckKey(run, check.id(), item.id());
                checks = checks.plus(key, CheckState.judging(check, item, CheckMemory.unseen(key)));
            }
        }
        RunMemory memory = new RunMemory(run, revision, RunState.SCHEDULED, null, null, phases);
        return new Run(orders, plan, new Duties(plan), memory, checks, TreePSet.empty());
    }

    /** The id of the run. */
    public String id() {
        return memory.run();
    }

    /** What people said; the same object as long as nobody says more. */
    public Orders orders() {
        return orders;
    }

    /** Where it stands; the same object as long as nothing happens. */
    public RunMemory memory() {
        return memory;
    }

    /**
     * What is known of a check.
     *
     * @throws IllegalArgumentException if the plan has no such check
     */
    public CheckMemory memory(CheckKey key) {
        return check(key).memory();
    }

    /** When a {@link Input.Tick} is needed next; null: not before something else happens. */
    public @Nullable Instant nextDeadline() {
        return deadlines.isEmpty() ? null : deadlines.first().at();
    }

    /** The run as people see it. */
    public View.RunView view() {
        return Views.of(this);
    }

    /** The checks as people see them, by check and item. */
    public List<View.CheckView> checkViews() {
        return checks.values().stream()
                .map(check -> Views.of(check, check.memory().revision()))
                .sorted(java.util.Comparator.comparing(View.CheckView::key))
                .toList();
    }

    CheckState check(CheckKey key) {
        CheckState state = checks.get(key);
        if (state == null) {
            throw new IllegalArgumentException("the plan of run " + id() + " has no check " + key);
        }
        return state;
    }
}
