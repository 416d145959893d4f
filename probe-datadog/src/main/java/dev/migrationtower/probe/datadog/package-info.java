/**
 * Looks at logs and monitors of Datadog. {@code DatadogSettings} says what to ask of which account, {@code DatadogApi} asks, {@code
 * DatadogJson} is what it is answered, {@code DatadogReading} makes values of it, {@code DatadogTail} the lines that a script is
 * followed by, {@code DatadogFailure} words why there is nothing.
 */
@NullMarked
package dev.migrationtower.probe.datadog;

import org.jspecify.annotations.NullMarked;
