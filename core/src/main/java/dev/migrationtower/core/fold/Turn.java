package dev.migrationtower.core.fold;

import dev.migrationtower.core.fold.RunMemory.PhaseMemory;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * The desk on which one step is worked out: a run taken apart, what has happened in the step so far, and the book-keeping that
 * must never be forgotten: revisions, what was touched, deadlines. Lives for one step, in one thread.
 */
final class Turn {
    final Instant now;
    final Because because;
    final String run;
    final Plan plan;
    final Duties duties;
    private final RunMemory before;
    private final List<PhaseMemory> phases;
    private Orders orders;
    private RunState state;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private long revision;
    private PMap<CheckKey, CheckState> checks;
    private TreePSet<Deadline> deadlines;

    private final List<Event> events = new ArrayList<>();
    private final SortedMap<String, View> views = new TreeMap<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final Set<CheckKey> touched = new TreeSet<>();
    private boolean runToldOf;

    Turn(Run run, Because because, Instant now) {
        this.now = now;
        this.because = because;
        this.run = run.id();
        this.plan = run.plan;
        this.duties = run.duties;
        this.before = run.memory;
        this.orders = run.orders;
        this.phases = new ArrayList<>(run.memory.phases());
        this.state = run.memory.state();
        this.startedAt = run.memory.startedAt();
        this.endedAt = run.memory.endedAt();
        this.revision = run.memory.revision();
        this.checks = run.checks;
        this.deadlines = run.deadlines;
    }

    // --- what stands

    RunState state() {
        return state;
    }

    long revision() {
        return revision;
    }

    Orders orders() {
        return orders;
    }

    void orders(Orders newOrders) {
        orders = newOrders;
    }

    PhaseMemory phase(int index) {
        return phases.get(index);
    }

    List<PhaseMemory> phases() {
        return phases;
    }

    Phase planned(int index) {
        return plan.phases().get(index);
    }

    PhaseMemory phaseBefore(int index) {
        return before.phases().get(index);
    }

    /** The phase that is under way; -1 if none is. */
    int current() {
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).current()) {
                return i;
            }
        }
        return -1;
    }

    int indexOf(String phase) {
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).id().equals(phase)) {
                return i;
            }
        }
        return -1;
    }

    CheckState check(CheckKey key) {
        CheckState check = checks.get(key);
        if (check == null) {
            throw new IllegalArgumentException("the plan of run " + run + " has no check " + key);
        }
        return check;
    }

    /** The items of these checks, in the order of the plan. */
    List<CheckKey> itemsOf(Collection<String> checkIds) {
        return plan.checks().values().stream()
                .filter(check -> checkIds.contains(check.id()))
                .flatMap(check -> check.items().stream().map(item -> new CheckKey(run, check.id(), item.id())))
                .toList();
    }

    // --- what happens

    void phase(int index, PhaseMemory phase) {
        phases.set(index, phase);
    }

    void started() {
        state = RunState.IN_PROGRESS;
        startedAt = now;
    }

    void completed() {
        state = RunState.COMPLETED;
        endedAt = now;
        deadlines = TreePSet.empty();
    }

    void assign(Assignment assignment) {
        assignments.add(assignment);
    }

    /** Puts the check in the place of what was known of it. */
    void check(CheckState after) {
        CheckKey key = after.memory().key();
        replaceDeadline(Deadline.of(check(key)), Deadline.of(after));
        checks = checks.plus(key, after);
        touched.add(key);
    }

    void replaceDeadline(@Nullable Deadline old, @Nullable Deadline replacement) {
        if (old != null) {
            deadlines = deadlines.minus(old);
        }
        if (replacement != null) {
            deadlines = deadlines.plus(replacement);
        }
    }

    /** The deadline that is due first, taken off the list; null if none is due. */
    @Nullable
    Deadline due() {
        if (deadlines.isEmpty() || deadlines.first().at().isAfter(now)) {
            return null;
        }
        Deadline first = deadlines.first();
        deadlines = deadlines.minus(first);
        return first;
    }

    // --- what is told

    void tellRun(EventType type, String reason) {
        tell(type, "run", reason, at -> Views.of(plan, orders, memory()));
    }

    void tellPhase(int index, EventType type, String reason) {
        phases.set(index, phases.get(index).at(revision + 1));
        tell(type, "phase/" + phases.get(index).id(), reason, at -> Views.of(planned(index), phases.get(index), at));
    }

    void tellView(EventType type, String subject, String reason, View view) {
        tell(type, subject, reason, at -> view);
    }

    /** Tells of the check, and keeps that it was told. */
    void tellCheck(CheckState check, EventType type, String reason) {
        CheckMemory memory = check.memory();
        check(check.with(new CheckMemory(
                memory.key(), revision + 1, memory.look(), memory.fresh(), memory.expectations(), now, true)));
        CheckKey key = memory.key();
        tell(type, "check/" + key.check() + "/" + key.item(), reason, at -> Views.of(check(key), at));
    }

    private void tell(EventType type, String subject, String reason, LongFunction<View> view) {
        revision++;
        Event event = new Event(
                run,
                revision,
                type,
                now,
                subject,
                reason,
                because.cause(),
                because.by(),
                because.observedAt(),
                view.apply(revision));
        events.add(event);
        if (event.view() instanceof View.CheckView check) {
            views.put(check.key().toString(), check);
        } else {
            runToldOf = true;
        }
    }

    // --- what comes of it

    Step end() {
        RunMemory after = events.isEmpty() && phases.equals(before.phases()) ? before : memory();
        Run result = new Run(orders, plan, duties, after, checks, deadlines);
        if (runToldOf) {
            views.put(run, result.view());
        }
        return new Step(result, List.copyOf(events), views, List.copyOf(assignments), Set.copyOf(touched), null);
    }

    private RunMemory memory() {
        return new RunMemory(run, revision, state, startedAt, endedAt, phases);
    }
}
