package dev.migrationtower.core.plan;

import java.util.List;

/** What came of reading a plan. */
public sealed interface PlanReading {

    /**
     * It makes sense.
     *
     * @param warnings what is hardly meant all the same, by line and column
     */
    record Readable(Plan plan, List<Problem> warnings) implements PlanReading {
        public Readable {
            warnings = List.copyOf(warnings);
        }
    }

    /** It does not. All that is wrong with it, by line and column; never empty. */
    record Refused(List<Problem> problems) implements PlanReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
