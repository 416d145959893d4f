package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.CheckKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A plan, with what follows from it alone. Immutable. */
final class Derived {
    final Plan plan;
    /** Those of the plan, then those of its rollback; all numbers of phases count in this list. */
    final List<Phase> phases;

    final Duties duties;
    private final List<Criteria> criteria;
    private final Set<String> followed = new HashSet<>();

    Derived(Plan plan) {
        this.plan = plan;
        this.phases = plan.allPhases();
        this.duties = new Duties(plan);
        this.criteria = phases.stream().map(phase -> new Criteria(plan, phase)).toList();
        for (Phase phase : phases) {
            if (phase.script() != null) {
                phase.script().follow().forEach(source -> followed.add(source.check()));
            }
        }
    }

    Criteria criteria(int phase) {
        return criteria.get(phase);
    }

    /** Whether the check is what the script of a phase is followed by. */
    boolean isFollowed(String check) {
        return followed.contains(check);
    }

    int indexOf(String phase) {
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).id().equals(phase)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the phase belongs to the rollback. */
    boolean isBack(int phase) {
        return phase >= plan.phases().size();
    }

    /** The items of these checks, in the order of the plan. */
    List<CheckKey> itemsOf(String run, Collection<String> checks) {
        return plan.checks().values().stream()
                .filter(check -> checks.contains(check.id()))
                .flatMap(check -> keys(run, check).stream())
                .toList();
    }

    static List<CheckKey> keys(String run, Check check) {
        return check.items().stream()
                .map(item -> new CheckKey(run, check.id(), item.id()))
                .toList();
    }
}
