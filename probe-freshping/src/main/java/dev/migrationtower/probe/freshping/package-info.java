/** The monitors of Freshping, which its vendor shut down in 2026. */
@NullMarked
package dev.migrationtower.probe.freshping;

import org.jspecify.annotations.NullMarked;
