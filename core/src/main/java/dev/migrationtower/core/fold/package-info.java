/**
 * How a run comes about: one pure function from what was and what happens to what is, {@link
 * dev.migrationtower.core.fold.Fold#step}. No clock, no I/O, no thread of its own; the same inputs at the same times always give
 * the same events.
 *
 * <p>What outlives a restart is small: {@link dev.migrationtower.core.fold.Orders} (what people said),
 * {@link dev.migrationtower.core.fold.RunMemory} (where the phases stand) and one
 * {@link dev.migrationtower.core.fold.CheckMemory} per item. Everything else is derived from them.
 *
 * <p>One observation costs as much as the phases that use its check, and the logarithm of the number of checks.
 */
@NullMarked
package dev.migrationtower.core.fold;

import org.jspecify.annotations.NullMarked;
