/** Errors as people and programs read them: RFC 9457, {@code application/problem+json}. */
@NullMarked
package dev.migrationtower.dashboard.problem;

import org.jspecify.annotations.NullMarked;
