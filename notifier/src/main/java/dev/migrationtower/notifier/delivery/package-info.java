/** Each notice to each channel, in order, and never again. */
@NullMarked
package dev.migrationtower.notifier.delivery;

import org.jspecify.annotations.NullMarked;
