/** The report of a run, kept on a wiki page. */
@NullMarked
package dev.migrationtower.notifier.report;

import org.jspecify.annotations.NullMarked;
