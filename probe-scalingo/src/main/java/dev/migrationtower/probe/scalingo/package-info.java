/**
 * Looks at applications and databases of Scalingo. {@code ScalingoSettings} says what to ask of which account, {@code ScalingoApi}
 * asks, {@code ScalingoJson} is what it is answered, {@code ScalingoReading} makes values of it, {@code ScalingoFailure} words why
 * there are none. {@code ScalingoLog} follows what one-offs write, {@code ScalingoLine} reads it.
 */
@NullMarked
package dev.migrationtower.probe.scalingo;

import org.jspecify.annotations.NullMarked;
