/** Freshping's API, as far as it can be looked at: its checks. It tells what the estate is. */
@NullMarked
package dev.migrationtower.simulator.freshping;

import org.jspecify.annotations.NullMarked;
