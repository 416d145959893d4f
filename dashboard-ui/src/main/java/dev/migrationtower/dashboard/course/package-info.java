/** How a run went, gathered from its events: for whoever compares runs or has to prove one. Pure. */
@NullMarked
package dev.migrationtower.dashboard.course;

import org.jspecify.annotations.NullMarked;
