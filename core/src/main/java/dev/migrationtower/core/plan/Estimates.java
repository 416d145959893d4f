package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import java.time.Duration;

/** Reads estimates: {@code 30m}, or {@code {p50: 8h30m, p90: 12h}}. */
final class Estimates {
    private Estimates() {}

    static Estimate read(Value estimate) {
        return estimate.named(
                        "estimate",
                        value -> value.either(
                                Value::isMapping, range -> range.mapping(Estimates::range), Estimates::single))
                .orElse(new Estimate(Duration.ZERO, Duration.ZERO));
    }

    private static Estimate single(Value estimate) {
        Duration single = Durations.read(estimate);
        return new Estimate(single, single);
    }

    private static Estimate range(Fields range) {
        Value shorter = range.required("p50");
        Value longer = range.required("p90");
        Duration p50 = Durations.read(shorter);
        Duration p90 = Durations.read(longer);
        boolean ordered = p90.compareTo(p50) >= 0;
        if (!ordered && !p90.isZero()) {
            longer.refuse("p90 is shorter than p50; nine of ten times are no shorter than half of them");
        }
        return new Estimate(p50, ordered ? p90 : p50);
    }
}
