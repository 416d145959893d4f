/** Two runs side by side: a rehearsal and the night itself. */
@NullMarked
package dev.migrationtower.dashboard.compare;

import org.jspecify.annotations.NullMarked;
