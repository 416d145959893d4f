package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code deviations}.
 *
 * @param phases the ids of the plan's phases, in order
 */
record Deviations(KnownChecks checks, List<String> phases) {

    List<Deviation> read(Value deviations) {
        List<Deviation> read = new ArrayList<>();
        deviations.items().forEach(item -> {
            Deviation deviation = item.mapping(this::deviation);
            if (read.stream().anyMatch(earlier -> overlap(earlier, deviation))) {
                item.refuse("check `" + deviation.check() + "` deviates already during that time");
            }
            read.add(deviation);
        });
        return read;
    }

    private Deviation deviation(Fields deviation) {
        String check = checks.check(deviation.required("check"));
        String during = checks.state(deviation.required("during"), check);
        String after = deviation
                .optional("after")
                .map(place -> checks.state(place, check))
                .orElse(null);
        String from = Id.known(deviation.required("from"), "phase", phases);
        Value untilPlace = deviation.optional("until");
        String until = untilPlace.map(place -> Id.known(place, "phase", phases)).orElse(null);
        if (until != null && phases.contains(until) && phases.indexOf(until) <= phases.indexOf(from)) {
            untilPlace.refuse("`" + until + "` comes no later than `" + from + "`, where the deviation begins");
        }
        return new Deviation(check, during, after, from, until);
    }

    private boolean overlap(Deviation one, Deviation other) {
        return one.check().equals(other.check())
                && !one.check().isEmpty()
                && phases.indexOf(one.from()) < end(other)
                && phases.indexOf(other.from()) < end(one);
    }

    private int end(Deviation deviation) {
        return deviation.until() == null ? phases.size() : phases.indexOf(deviation.until());
    }
}
