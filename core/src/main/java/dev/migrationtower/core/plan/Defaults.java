package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import java.time.Duration;

/** What holds where a check or gate says nothing else. */
record Defaults(Duration interval, Duration freshness, Duration sustain, Duration breachAfter) {

    private static final Defaults OF_THE_TOWER = new Defaults(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(20));

    /** The plan's own, else the tower's. */
    static Defaults read(Value defaults) {
        return defaults.map(value -> value.mapping(Defaults::read)).orElse(OF_THE_TOWER);
    }

    private static Defaults read(Fields defaults) {
        return new Defaults(
                duration(defaults.optional("interval"), OF_THE_TOWER.interval),
                duration(defaults.optional("freshness"), OF_THE_TOWER.freshness),
                durationOrNone(defaults.optional("sustain"), OF_THE_TOWER.sustain),
                durationOrNone(defaults.optional("breachAfter"), OF_THE_TOWER.breachAfter));
    }

    /** The duration that stands here, else the other. */
    static Duration duration(Value value, Duration otherwise) {
        return value.map(Durations::read).orElse(otherwise);
    }

    /** The same where {@code 0s} has a meaning. */
    static Duration durationOrNone(Value value, Duration otherwise) {
        return value.map(Durations::readOrNone).orElse(otherwise);
    }
}
