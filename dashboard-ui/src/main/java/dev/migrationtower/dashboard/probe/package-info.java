/** The probes, as far as they show signs of life: for the foot of the page. */
@NullMarked
package dev.migrationtower.dashboard.probe;

import org.jspecify.annotations.NullMarked;
