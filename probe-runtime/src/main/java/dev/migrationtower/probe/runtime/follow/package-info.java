/**
 * How a probe follows a script by the lines that it writes. The plan's source of lines is a check like any other; each look answers with
 * the lines that are new. {@link dev.migrationtower.probe.runtime.follow.Followed} tells such a check from others and keeps what is
 * known of each between its looks; {@link dev.migrationtower.probe.runtime.follow.NewLines} gives each line out once. Whether lines are
 * pushed or asked for is the probe's own matter.
 */
@NullMarked
package dev.migrationtower.probe.runtime.follow;

import org.jspecify.annotations.NullMarked;
