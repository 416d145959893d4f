/**
 * Looks at machines of OVHcloud. {@code OvhSettings} says what to ask of which account, {@code OvhAccess} who we are there, {@code
 * OvhApi} asks, {@code OvhJson} is what it is answered, {@code OvhReading} makes values of it, {@code OvhFailure} words why there are
 * none.
 */
@NullMarked
package dev.migrationtower.probe.ovh;

import org.jspecify.annotations.NullMarked;
