/** How metrics are handed out; those themselves stand beside what they measure. */
@NullMarked
package dev.migrationtower.dashboard.metrics;

import org.jspecify.annotations.NullMarked;
