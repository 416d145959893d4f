/**
 * What people see who may not see everything. Built up from what may be shown, never by taking away: each view is made anew, component
 * by component, so that whoever adds one to a view must decide here who sees it.
 */
@NullMarked
package dev.migrationtower.dashboard.projection;

import org.jspecify.annotations.NullMarked;
