package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Whether evidence counts until there can be newer. */
record FreshnessLint(Value source, Plan plan, List<PlacedPhase> phases, Problems warnings) {

    void run() {
        Value checks = source.in("checks");
        checks.keys().forEach(key -> counts(plan.check(key.word()), checks.in(key.word())));
        phases.forEach(phase -> {
            Script script = phase.phase().script();
            List<Value> places = phase.place().in("follow").each();
            for (int i = 0; script != null && i < places.size(); i++) {
                counts(plan.check(script.follow().get(i).check()), places.get(i));
            }
        });
    }

    private void counts(Check check, Value place) {
        Duration counts = check.freshness();
        Duration every = check.interval();
        if (counts.compareTo(every) <= 0) {
            Stream.of(place, source.in("defaults"))
                    .flatMap(of -> Stream.of(of.in("freshness"), of.in("interval")))
                    .filter(Value::present)
                    .findFirst()
                    .ifPresent(said -> warnings.add(
                            said.at(),
                            "evidence counts for " + Durations.words(counts) + ", and there is newer every "
                                    + Durations.words(every)
                                    + ": in between it is unknown, unless its source says how long it counts"));
        }
    }
}
