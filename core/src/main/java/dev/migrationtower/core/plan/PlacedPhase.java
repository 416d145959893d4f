package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Value;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A phase, and where it stands. */
record PlacedPhase(Phase phase, Value place) {

    /** Those of this list. */
    static List<PlacedPhase> of(List<Phase> phases, Value places) {
        List<Value> each = places.each();
        return IntStream.range(0, phases.size())
                .mapToObj(i -> new PlacedPhase(phases.get(i), each.get(i)))
                .toList();
    }

    Stream<Value> tasks() {
        return place.in("tasks").each().stream();
    }

    Stream<Value> steps() {
        return place.in("steps").each().stream();
    }

    Value gate() {
        return place.in("gate");
    }
}
