/** What scripts say of their own steps, passed on to the aggregator as observations. */
@NullMarked
package dev.migrationtower.dashboard.ping;

import org.jspecify.annotations.NullMarked;
