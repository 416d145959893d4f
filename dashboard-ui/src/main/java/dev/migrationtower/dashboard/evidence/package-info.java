/** The evidence of a run, to be kept: a document that needs nothing but a browser, and the record as a chain that shows any change. */
@NullMarked
package dev.migrationtower.dashboard.evidence;

import org.jspecify.annotations.NullMarked;
