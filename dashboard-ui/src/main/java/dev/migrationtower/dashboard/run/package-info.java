/** Runs over HTTP, to be read: the list, the state, the record, the badge. */
@NullMarked
package dev.migrationtower.dashboard.run;

import org.jspecify.annotations.NullMarked;
