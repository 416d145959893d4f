package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.PlanReader;
import dev.migrationtower.core.plan.PlanReading;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.EarlierRun;
import dev.migrationtower.events.View;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/** One execution of a plan, as it stands. Immutable, made by {@link Fold#step} only; a step shares what it leaves unchanged. */
public final class Run {
    final Orders orders;
    final Derived derived;
    final RunMemory memory;
    final PMap<CheckKey, CheckState> checks;
    final TreePSet<Deadline> deadlines;
    final @Nullable Sheet sheet;
    /** The time of the newest step. */
    final Instant asOf;

    private final @Nullable Instant nextOfPhases;

    Run(
            Orders orders,
            Derived derived,
            RunMemory memory,
            PMap<CheckKey, CheckState> checks,
            TreePSet<Deadline> deadlines,
            @Nullable Sheet sheet,
            Instant asOf) {
        this.orders = orders;
        this.derived = derived;
        this.memory = memory;
        this.checks = checks;
        this.deadlines = deadlines;
        this.sheet = sheet;
        this.asOf = asOf;
        this.nextOfPhases = memory.endedAt() != null ? null : Deadline.ofPhases(derived, memory);
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
        return of(orders, new Derived(plan), memory, checkMemories);
    }

    /** The run of these memories; a check of which nothing is remembered was not seen yet. */
    static Run of(Orders orders, Derived derived, RunMemory memory, Collection<CheckMemory> checkMemories) {
        Map<CheckKey, CheckMemory> known = new HashMap<>();
        checkMemories.forEach(check -> known.put(check.key(), check));
        Map<CheckKey, CheckState> checks = new HashMap<>();
        for (Check check : derived.plan.checks().values()) {
            for (Check.Item item : check.items()) {
                CheckKey key = new CheckKey(memory.run(), check.id(), item.id());
                CheckMemory unseen = CheckMemory.unseen(key, proven(key, orders));
                checks.put(key, CheckState.judging(check, item, known.getOrDefault(key, unseen)));
            }
        }
        Stream<@Nullable Deadline> deadlines = memory.endedAt() != null
                ? Stream.empty()
                : checks.values().stream().map(check -> Deadline.of(check, derived.duties));
        int current = RunMemory.current(memory.phases());
        return new Run(
                orders,
                derived,
                memory,
                HashTreePMap.from(checks),
                TreePSet.from(deadlines.filter(Objects::nonNull).toList()),
                current < 0
                        ? null
                        : Standings.sheet(
                                derived,
                                current,
                                memory.phases().get(current),
                                memory.run(),
                                key -> Objects.requireNonNull(checks.get(key))),
                newest(orders.changedAt(), memory.forecastAt()));
    }

    private static Instant newest(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /** A run that has a plan and nothing else: none of its checks was looked at, none of its phases has begun. */
    static Run blank(String run, Orders orders, Derived derived, Instant now) {
        return of(orders, derived, fresh(run, 0, derived, now), List.of());
    }

    static RunMemory fresh(String run, long revision, Derived derived, Instant now) {
        List<PhaseMemory> phases = derived.phases.stream()
                .map(phase -> PhaseMemory.pending(phase.id(), revision, Lanes.silent(phase, now), now))
                .toList();
        return new RunMemory(run, revision, RunMemory.Stage.SCHEDULED, RunMemory.Notices.NONE, phases, null);
    }

    /** The states of this check that were seen to fail in an earlier run. */
    private static List<String> proven(CheckKey key, Orders orders) {
        String prefix = key.check() + "/" + key.item() + "/";
        return orders.earlier().stream()
                .map(EarlierRun::proven)
                .flatMap(List::stream)
                .filter(proven -> proven.startsWith(prefix))
                .map(proven -> proven.substring(prefix.length()))
                .distinct()
                .toList();
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

    /** What is known of a check; null if the plan has no such check. */
    public @Nullable CheckMemory memory(CheckKey key) {
        CheckState state = checks.get(key);
        return state == null ? null : state.memory();
    }

    /** When a {@link Input.Tick} is needed next; null: not before something else happens. */
    public @Nullable Instant nextDeadline() {
        Instant ofChecks = deadlines.isEmpty() ? null : deadlines.first().at();
        return Stream.of(ofChecks, nextOfPhases)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The run as people see it. */
    public View.RunView view() {
        return Views.of(derived, orders, memory);
    }

    /** The checks as people see them, by check and item. */
    public List<View.CheckView> checkViews() {
        return checks.values().stream()
                .map(Views::of)
                .sorted(Comparator.comparing(View.CheckView::key))
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
