package dev.migrationtower.core.plan;

import java.util.List;

/** What came of reading a plan. */
public sealed interface PlanReading {

    /** It makes sense. */
    record Readable(Plan plan) implements PlanReading {}

    /** It does not. All that is wrong with it, by line and column; never empty. */
    record Refused(List<Problem> problems) implements PlanReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
