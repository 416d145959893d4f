package dev.migrationtower.core.plan;

import java.util.List;

/**
 * What is known of a phase when its gate is read.
 *
 * @param rollback whether it belongs to the way back
 * @param earlier the phases that may have been before it; before one of the rollback, all of the plan's
 * @param later the phases that come after it on its path
 * @param tasks the ids of its tasks
 * @param steps the ids of its steps
 */
record PhaseOutline(
        String id,
        boolean rollback,
        List<String> earlier,
        List<String> later,
        List<String> tasks,
        List<String> steps) {}
