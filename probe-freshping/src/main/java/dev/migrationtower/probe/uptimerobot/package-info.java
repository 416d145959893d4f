/** The monitors of UptimeRobot. */
@NullMarked
package dev.migrationtower.probe.uptimerobot;

import org.jspecify.annotations.NullMarked;
