package dev.migrationtower.dashboard.compare;

import dev.migrationtower.dashboard.course.Course;
import dev.migrationtower.dashboard.course.Steadiness;
import org.jspecify.annotations.Nullable;

/**
 * How an item of a check behaved in one run.
 *
 * @param flips how often it was as expected and then was not
 * @param lost how often it could not be seen any more
 */
record CheckFacts(int flips, int lost, int breaches) {

    /** @param known absent: the item was not looked at in this run */
    static CheckFacts of(@Nullable Steadiness known, Course course) {
        return known == null
                ? new CheckFacts(0, 0, 0)
                : new CheckFacts(known.flips(), known.lost(), (int)
                        Comparison.of(known, course).count());
    }

    boolean steady() {
        return flips == 0 && lost == 0 && breaches == 0;
    }
}
