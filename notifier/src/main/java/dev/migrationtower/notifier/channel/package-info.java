/** Where notices go: one file for each kind of receiver. */
@NullMarked
package dev.migrationtower.notifier.channel;

import org.jspecify.annotations.NullMarked;
