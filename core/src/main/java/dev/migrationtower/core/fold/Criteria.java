package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.core.plan.Requirement;
import dev.migrationtower.core.plan.Requirement.AtLeast;
import dev.migrationtower.core.plan.Script;
import dev.migrationtower.core.plan.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a gate asks for, flattened: groups that want so many of their members, and for every criterion the groups that it is a
 * member of. {@code all} wants as many as it has, {@code any} wants one; there is no other rule. Immutable.
 */
final class Criteria {
    /** @param parent the group that it is a member of; -1 for the gate itself, which stands first */
    record Group(int parent, int needed, int size) {}

    private final Plan plan;
    private final Phase phase;
    private final List<Group> groups = new ArrayList<>();
    private final Map<Criterion, List<Integer>> memberships = new HashMap<>();

    Criteria(Plan plan, Phase phase) {
        this.plan = plan;
        this.phase = phase;
        add(phase.gate().require(), -1);
    }

    Group group(int index) {
        return groups.get(index);
    }

    int groups() {
        return groups.size();
    }

    /** Everything that is asked for. */
    Set<Criterion> all() {
        return memberships.keySet();
    }

    /** The groups that it is a member of; none if the gate does not ask for it. */
    List<Integer> groupsOf(Criterion criterion) {
        return memberships.getOrDefault(criterion, List.of());
    }

    private void add(AtLeast required, int parent) {
        int index = groups.size();
        groups.add(new Group(parent, 0, 0)); // its members come after it, and are counted first
        int size = 0;
        for (Requirement part : required.of()) {
            size += part(part, index, required.isAll());
        }
        groups.set(index, new Group(parent, required.isAll() ? size : required.needed(), size));
    }

    /** Adds what is required to the group: all its parts one by one where all are wanted, else as one member. */
    private int part(Requirement part, int group, boolean oneByOne) {
        if (part instanceof AtLeast nested) {
            add(nested, group);
            return 1;
        }
        List<Criterion> criteria = criteria(part);
        if (oneByOne || criteria.size() <= 1) {
            criteria.forEach(criterion -> join(criterion, group));
            return criteria.size();
        }
        int index = groups.size();
        groups.add(new Group(group, criteria.size(), criteria.size()));
        criteria.forEach(criterion -> join(criterion, index));
        return 1;
    }

    private void join(Criterion criterion, int group) {
        memberships.computeIfAbsent(criterion, first -> new ArrayList<>(1)).add(group);
    }

    private List<Criterion> criteria(Requirement part) {
        return switch (part) {
            case Requirement.InState wanted -> {
                Check check = plan.check(wanted.check());
                Stream<Check.Item> items = check.severity() == Severity.GATE ? check.items().stream() : Stream.empty();
                yield items.<Criterion>map(item -> new Criterion.OfCheck(check.id(), item.id(), wanted.state()))
                        .toList();
            }
            case Requirement.TasksDone wanted ->
                wanted.tasks().stream().<Criterion>map(Criterion.OfTask::new).toList();
            case Requirement.StepsDone wanted -> {
                Script script = phase.script();
                List<Script.Lane> lanes = script == null ? List.of() : script.lanes();
                yield lanes.stream()
                        .flatMap(lane ->
                                wanted.steps().stream().<Criterion>map(step -> new Criterion.OfStep(lane.id(), step)))
                        .toList();
            }
            case AtLeast nested -> throw new IllegalArgumentException("a group is no criterion");
        };
    }
}
