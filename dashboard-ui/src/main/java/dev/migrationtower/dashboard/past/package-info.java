/** Runs as they stood at an instant, and what lies between the instants: for whoever looks back. */
@NullMarked
package dev.migrationtower.dashboard.past;

import org.jspecify.annotations.NullMarked;
