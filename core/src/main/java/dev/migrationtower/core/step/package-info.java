/**
 * What the script of a phase does, as its log, its pings and the probes show it. An observation is heard ({@link
 * dev.migrationtower.core.step.Hearing}), what is heard is remembered as a set ({@link dev.migrationtower.core.step.LaneMemory}), where the
 * lane stands is derived from the set ({@link dev.migrationtower.core.step.Lane}), and two of those give what happened in between
 * ({@link dev.migrationtower.core.step.Happening}).
 *
 * <p>Because a set is kept and ordered by the time of its source, it makes no difference when, how often, or by which of several
 * sources a line came.
 */
@NullMarked
package dev.migrationtower.core.step;

import org.jspecify.annotations.NullMarked;
