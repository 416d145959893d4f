/** The reading of the record. */
@NullMarked
package dev.migrationtower.notifier.record;

import org.jspecify.annotations.NullMarked;
