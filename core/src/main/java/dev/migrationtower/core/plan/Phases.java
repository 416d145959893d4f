package dev.migrationtower.core.plan;

import dev.migrationtower.core.plan.Phase.PointOfNoReturn;
import dev.migrationtower.core.plan.Phase.Task;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads {@code phases}, those of the plan and those of its rollback.
 *
 * <p>Not thread-safe; one per plan: both are told apart by their ids alone.
 */
final class Phases {
    private final Gates gates;
    private final Scripts scripts;
    private final Unique ids = new Unique("phase");

    Phases(Gates gates, Scripts scripts) {
        this.gates = gates;
        this.scripts = scripts;
    }

    /** The ids that stand in this list, before it is read. */
    static List<String> ids(Value phases) {
        return phases.each().stream().map(phase -> phase.peek("id")).toList();
    }

    /** @param before the phases of the plan if these are the ones of its rollback, else none */
    List<Phase> read(Value phases, List<String> before) {
        List<Value> items = phases.items();
        if (phases.isEmptyList()) {
            phases.refuse("at least one phase is wanted here");
        }
        List<String> all = ids(phases);
        List<Phase> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<String> earlier =
                    Stream.concat(before.stream(), all.subList(0, i).stream()).toList();
            List<String> later = all.subList(i + 1, all.size());
            items.get(i)
                    .named("phase", item -> item.mapping(fields -> phase(fields, !before.isEmpty(), earlier, later)))
                    .ifPresent(read::add);
        }
        return read;
    }

    private Phase phase(Fields phase, boolean rollback, List<String> earlier, List<String> later) {
        String id = ids.read(phase.required("id"));
        List<Task> tasks = phase.optional("tasks").map(Tasks::read).orElse(List.of());
        Script script = scripts.read(phase, id);
        List<String> steps = script == null
                ? List.of()
                : script.steps().stream().map(Script.Step::id).toList();
        PhaseOutline outline = new PhaseOutline(
                id, rollback, earlier, later, tasks.stream().map(Task::id).toList(), steps);
        return new Phase(
                id,
                phase.optional("title").map(Texts::read).orElseGet(() -> Text.of(id)),
                phase.optional("estimate").map(Estimates::read).orElse(null),
                tasks,
                script,
                phase.optional("pointOfNoReturn")
                        .map(point -> point.mapping(fields -> pointOfNoReturn(fields, steps)))
                        .orElse(null),
                phase.required("gate").mapping(fields -> gates.read(fields, outline)));
    }

    private static PointOfNoReturn pointOfNoReturn(Fields point, List<String> steps) {
        return new PointOfNoReturn(
                point.optional("afterStep")
                        .map(place -> Id.known(place, "step", steps))
                        .orElse(null),
                point.optional("note").map(Texts::read).orElse(null));
    }
}
