/** What there is to be told, worked out from the record alone. Pure. */
@NullMarked
package dev.migrationtower.notifier.notice;

import org.jspecify.annotations.NullMarked;
