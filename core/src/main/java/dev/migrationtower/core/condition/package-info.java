/** Conditions over what was seen, in CEL, three-valued: what was not observed is unknown, not false. */
@NullMarked
package dev.migrationtower.core.condition;

import org.jspecify.annotations.NullMarked;
