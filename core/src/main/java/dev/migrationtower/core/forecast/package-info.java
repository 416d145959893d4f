/**
 * When things will be over, and on what ground that is said. Pure arithmetic: the plan, what earlier runs took and where this run
 * stands go in, a {@link dev.migrationtower.events.ForecastView} comes out.
 */
@NullMarked
package dev.migrationtower.core.forecast;

import org.jspecify.annotations.NullMarked;
