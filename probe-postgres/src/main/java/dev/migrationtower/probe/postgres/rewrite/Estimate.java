package dev.migrationtower.probe.postgres.rewrite;

import java.time.Duration;

/**
 * How far a statement is.
 *
 * @param phase which of its work is under way
 * @param percent of its time, 0 to {@value Estimator#ALMOST}; never falls
 * @param left that it takes no longer in half of the cases
 * @param leftAtMost likewise in nine of ten
 * @param inPhase for how long this phase has been under way, without the time it was blocked
 * @param normal whether that is within what such a phase takes
 */
record Estimate(Phase phase, double percent, Duration left, Duration leftAtMost, Duration inPhase, boolean normal) {}
