/** The monitors of Better Stack. */
@NullMarked
package dev.migrationtower.probe.betterstack;

import org.jspecify.annotations.NullMarked;
