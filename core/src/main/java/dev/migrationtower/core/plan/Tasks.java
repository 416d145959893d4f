package dev.migrationtower.core.plan;

import dev.migrationtower.core.plan.Phase.Task;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.util.List;

/** Reads the {@code tasks} of a phase. */
final class Tasks {
    private Tasks() {}

    static List<Task> read(Value tasks) {
        Unique ids = new Unique("task");
        return tasks.items().stream()
                .map(task -> task.mapping(fields -> task(fields, ids)))
                .toList();
    }

    private static Task task(Fields task, Unique ids) {
        return new Task(
                ids.read(task.required("id")),
                task.optional("role").map(Id::read).orElse(null),
                task.required("do").map(Texts::read).orElse(Text.of("")),
                task.optional("estimate").map(Estimates::read).orElse(null));
    }
}
