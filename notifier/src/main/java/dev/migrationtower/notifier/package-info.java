/** Tells people what happens in runs: a plain consumer of {@code tower.events}. */
@NullMarked
package dev.migrationtower.notifier;

import org.jspecify.annotations.NullMarked;
