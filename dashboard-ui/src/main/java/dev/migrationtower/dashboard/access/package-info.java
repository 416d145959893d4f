/** Who asks, how they showed it, what they may see and what they may do. */
@NullMarked
package dev.migrationtower.dashboard.access;

import org.jspecify.annotations.NullMarked;
