package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Tells the probes what a plan wants looked at. */
final class Assignments {
    private Assignments() {}

    /** Everything the plan looks at is looked at from now on; what only an earlier plan looked at, no more. */
    static void begin(Turn turn, Collection<CheckKey> earlier) {
        Set<CheckKey> gone = new HashSet<>(earlier);
        for (Check check : turn.plan.checks().values()) {
            for (Check.Item item : check.items()) {
                CheckSpec spec = new CheckSpec(
                        turn.run,
                        check.id(),
                        item.id(),
                        check.probe(),
                        item.settings(),
                        check.interval(),
                        check.freshness());
                turn.assign(new Assignment.Watch(spec));
                gone.remove(spec.key());
            }
        }
        gone.stream().sorted().forEach(key -> turn.assign(new Assignment.Unwatch(key)));
    }

    /** Nothing of the run is looked at any more. */
    static void end(Turn turn) {
        turn.itemsOf(turn.plan.checks().keySet()).forEach(key -> turn.assign(new Assignment.Unwatch(key)));
    }
}
