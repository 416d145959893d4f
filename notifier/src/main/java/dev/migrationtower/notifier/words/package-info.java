/** Notices in the words of an audience. */
@NullMarked
package dev.migrationtower.notifier.words;

import org.jspecify.annotations.NullMarked;
