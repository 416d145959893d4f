/**
 * The plan as it is meant: immutable, complete, every default filled in, every reference resolved. Whoever holds a {@link
 * dev.migrationtower.core.plan.Plan} need not ask whether it makes sense; {@link dev.migrationtower.core.plan.PlanReader} did.
 */
@NullMarked
package dev.migrationtower.core.plan;

import org.jspecify.annotations.NullMarked;
