/** Scalingo's API (developers.scalingo.com) as far as it can be looked at: apps, containers, databases, the stream of a log. It tells what the estate is. */
@NullMarked
package dev.migrationtower.simulator.scalingo;

import org.jspecify.annotations.NullMarked;
