/**
 * The tower on one machine: an embedded Kafka broker and the services, each a process of its own, started, watched, restarted and
 * stopped together. {@link dev.migrationtower.local.Tower} is where {@code ./tower} comes in. Only the JDK and {@code events} are
 * needed to supervise; the broker runs in a process of its own, and {@code core} is asked whether a plan makes sense.
 */
@NullMarked
package dev.migrationtower.local;

import org.jspecify.annotations.NullMarked;
