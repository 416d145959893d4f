package dev.migrationtower.core.fold;

import dev.migrationtower.core.fold.RunMemory.PhaseMemory;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.CheckKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;

/**
 * When time alone changes something.
 *
 * @param check what is to be judged again; null: the gate of the current phase
 */
record Deadline(Instant at, @Nullable CheckKey check) implements Comparable<Deadline> {
    private static final Comparator<Deadline> ORDER = Comparator.comparing(Deadline::at)
            .thenComparing(Deadline::check, Comparator.nullsFirst(Comparator.naturalOrder()));

    @Override
    public int compareTo(Deadline other) {
        return ORDER.compare(this, other);
    }

    /** When the check has to be judged again; null if time alone changes nothing. */
    static @Nullable Deadline of(CheckState check) {
        Instant at = check.deadline();
        return at == null ? null : new Deadline(at, check.memory().key());
    }

    /** When the gate will have been met for long enough; null if it is not under way to that. */
    static @Nullable Deadline of(Phase phase, PhaseMemory memory) {
        Instant goAt = memory.current() ? Views.goAt(phase.gate(), memory.gate()) : null;
        return goAt == null ? null : new Deadline(goAt, null);
    }

    /** All of a run. */
    static TreePSet<Deadline> all(Plan plan, RunMemory memory, Collection<CheckState> checks) {
        TreePSet<Deadline> deadlines = TreePSet.empty();
        if (memory.endedAt() != null) {
            return deadlines;
        }
        for (CheckState check : checks) {
            Deadline deadline = of(check);
            deadlines = deadline == null ? deadlines : deadlines.plus(deadline);
        }
        for (int i = 0; i < memory.phases().size(); i++) {
            Deadline deadline = of(plan.phases().get(i), memory.phases().get(i));
            deadlines = deadline == null ? deadlines : deadlines.plus(deadline);
        }
        return deadlines;
    }
}
