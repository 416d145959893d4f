/** A plan told to people: what it comes to when its deviations, defaults and estimates are worked out. */
@NullMarked
package dev.migrationtower.core.explain;

import org.jspecify.annotations.NullMarked;
