package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code phases}. */
record Phases(Gates gates) {

    List<Phase> read(Value phases) {
        List<Value> items = phases.items();
        if (phases.present() && items.isEmpty()) {
            phases.refuse("a plan needs at least one phase");
        }
        List<String> ids = items.stream().map(item -> item.peek("id")).toList();
        Set<String> seen = new HashSet<>();
        List<Phase> read = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<String> later = ids.subList(i + 1, ids.size());
            read.add(items.get(i).mapping(fields -> phase(fields, seen, later)));
        }
        return read;
    }

    private Phase phase(Fields phase, Set<String> seen, List<String> later) {
        Value idPlace = phase.required("id");
        String id = Id.read(idPlace);
        if (!id.isEmpty() && !seen.add(id)) {
            idPlace.refuse("duplicate phase `" + id + "`");
        }
        return new Phase(
                id,
                phase.optional("title").map(Texts::read).orElseGet(() -> Text.of(id)),
                phase.optional("estimate")
                        .map(value -> value.parse(Durations.WANTED, Duration.ZERO, Durations::parse))
                        .orElse(null),
                phase.required("gate").mapping(fields -> gates.read(fields, later)));
    }
}
