package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
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
    final Derived derived;
    private final Run before;
    private final List<PhaseMemory> phases;
    private Orders orders;
    private RunMemory memory;
    private long revision;
    private PMap<CheckKey, CheckState> checks;
    private TreePSet<Deadline> deadlines;
    private @Nullable Sheet sheet;

    private final List<Event> events = new ArrayList<>();
    private final SortedMap<String, View> views = new TreeMap<>();
    private final SortedSet<String> gone = new TreeSet<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private final Set<CheckKey> touched = new TreeSet<>();
    private boolean runToldOf;

    Turn(Run run, Because because, Instant now) {
        this.now = now;
        this.because = because;
        this.run = run.id();
        this.derived = run.derived;
        this.before = run;
        this.orders = run.orders;
        this.memory = run.memory;
        this.phases = new ArrayList<>(run.memory.phases());
        this.revision = run.memory.revision();
        this.checks = run.checks;
        this.deadlines = run.deadlines;
        this.sheet = run.sheet;
    }

    // --- what stands

    Orders orders() {
        return orders;
    }

    RunMemory memory() {
        return memory;
    }

    RunState state() {
        return memory.state();
    }

    boolean inProgress() {
        return memory.state() == RunState.IN_PROGRESS;
    }

    long revision() {
        return revision;
    }

    List<PhaseMemory> phases() {
        return phases;
    }

    PhaseMemory phase(int index) {
        return phases.get(index);
    }

    PhaseMemory phaseBefore(int index) {
        return before.memory.phases().get(index);
    }

    /** The phase that is under way; -1 if none is. */
    int current() {
        return RunMemory.current(phases);
    }

    CheckState check(CheckKey key) {
        CheckState check = checks.get(key);
        if (check == null) {
            throw new IllegalArgumentException("the plan of run " + run + " has no check " + key);
        }
        return check;
    }

    /** How the criteria of the phase under way stand; null if none is. */
    @Nullable
    Sheet sheet() {
        return sheet;
    }

    // --- what happens

    void orders(Orders newOrders) {
        orders = newOrders;
    }

    void memory(UnaryOperator<RunMemory> change) {
        memory = change.apply(memory);
    }

    void phase(int index, UnaryOperator<PhaseMemory> change) {
        phases.set(index, change.apply(phases.get(index)));
    }

    void sheet(@Nullable Sheet newSheet) {
        sheet = newSheet;
    }

    /** A criterion of this phase stands so, but for a waiver; of no matter unless the phase is under way. */
    void stands(int phase, Criterion criterion, Standing standing) {
        Sheet known = sheet;
        if (known != null && phase == current()) {
            sheet = known.with(criterion, phases.get(phase).waives(criterion) ? Standing.WAIVED : standing);
        }
    }

    void assign(Assignment assignment) {
        assignments.add(assignment);
    }

    /** Whether something became known of the check. */
    boolean isTouched(CheckKey key) {
        return touched.contains(key);
    }

    /** Puts the check in the place of what was known of it. */
    void check(CheckState after) {
        CheckKey key = after.memory().key();
        Deadline old = Deadline.of(check(key), derived.duties);
        Deadline replacement = Deadline.of(after, derived.duties);
        deadlines = old == null ? deadlines : deadlines.minus(old);
        deadlines = replacement == null ? deadlines : deadlines.plus(replacement);
        checks = checks.plus(key, after);
        touched.add(key);
    }

    /** The check whose deadline is due first, taken off the list; null if none is due. */
    @Nullable
    CheckKey due() {
        if (deadlines.isEmpty() || deadlines.first().at().isAfter(now)) {
            return null;
        }
        Deadline first = deadlines.first();
        deadlines = deadlines.minus(first);
        return first.check();
    }

    /** Time matters again after a run that was over goes on. */
    void minding() {
        for (CheckState check : checks.values()) {
            Deadline deadline = Deadline.of(check, derived.duties);
            deadlines = deadline == null ? deadlines : deadlines.plus(deadline);
        }
    }

    /** The check is looked at no more, and nobody need know of it. */
    void gone(CheckKey key) {
        gone.add(key.toString());
        touched.add(key);
    }

    // --- what is told

    void tellRun(EventType type, String reason) {
        tell(type, "run", reason, at -> Views.of(derived, orders, memory.at(at, phases)));
    }

    void tellPhase(int index, EventType type, String reason) {
        tellPhase(index, type, "phase/" + phases.get(index).id(), reason);
    }

    /** Tells of something in a phase: a task, a step, a lane. */
    void tellPhase(int index, EventType type, String subject, String reason) {
        phases.set(index, phases.get(index).at(revision + 1));
        tell(type, subject, reason, at -> Views.of(derived, index, phases.get(index)));
    }

    /** Tells of the forecast as it is known. */
    void tellForecast(String reason) {
        tell(EventType.FORECAST_CHANGED, "forecast", reason, at -> Objects.requireNonNull(memory.forecast()));
    }

    void tellView(EventType type, String subject, String reason, View view) {
        tell(type, subject, reason, at -> view);
    }

    /** Tells of the check, and keeps that it was told. */
    void tellCheck(CheckState check, EventType type, String reason) {
        check(check.with(check.memory().told(revision + 1, now)));
        CheckKey key = check.memory().key();
        tell(type, "check/" + key.check() + "/" + key.item(), reason, at -> Views.of(check(key)));
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
                because.from(),
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
        boolean same = events.isEmpty() && memory.equals(before.memory) && phases.equals(before.memory.phases());
        RunMemory after = same ? before.memory : memory.at(revision, phases);
        if (after.endedAt() != null) {
            deadlines = TreePSet.empty();
        }
        Run result = new Run(orders, derived, after, checks, deadlines, sheet, now);
        if (runToldOf) {
            views.put(run, result.view());
        }
        return new Step(result, List.copyOf(events), views, gone, List.copyOf(assignments), Set.copyOf(touched), null);
    }
}
