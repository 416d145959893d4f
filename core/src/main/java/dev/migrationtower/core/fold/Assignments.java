package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Check;
import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.events.CheckKey;

/** Tells the probes what is to be looked at. */
final class Assignments {
    private Assignments() {}

    /** Everything that the plan looks at is looked at from now on. */
    static void begin(Turn turn) {
        turn.derived.plan.checks().values().forEach(check -> watch(turn, check));
    }

    /** What scripts are followed by is told since when lines count. */
    static void follow(Turn turn) {
        turn.derived.plan.checks().values().stream()
                .filter(check -> turn.derived.isFollowed(check.id()))
                .forEach(check -> watch(turn, check));
    }

    /** The script of this phase is followed after all. */
    static void follow(Turn turn, Phase phase) {
        if (phase.script() != null) {
            phase.script().follow().forEach(source -> watch(turn, turn.derived.plan.check(source.check())));
        }
    }

    private static void watch(Turn turn, Check check) {
        boolean followed = turn.derived.isFollowed(check.id());
        for (Check.Item item : check.items()) {
            turn.assign(new Assignment.Watch(
                    check.asked(turn.run, item, followed ? turn.memory().startedAt() : null)));
        }
    }

    /** The script of this phase is followed no more: it is over, and the sources are dear. */
    static void unfollow(Turn turn, Phase phase) {
        if (phase.script() != null) {
            phase.script().follow().forEach(source -> unwatch(turn, turn.derived.plan.check(source.check())));
        }
    }

    /** Nothing of the run is looked at any more. */
    static void end(Turn turn) {
        turn.derived.plan.checks().values().forEach(check -> unwatch(turn, check));
    }

    private static void unwatch(Turn turn, Check check) {
        Derived.keys(turn.run, check).forEach(key -> turn.assign(new Assignment.Unwatch(key)));
    }

    /** A check that no plan has any more. */
    static void drop(Turn turn, CheckKey key) {
        turn.assign(new Assignment.Unwatch(key));
        turn.gone(key);
    }
}
