/**
 * Looks at HTTP addresses: what answers there, how fast, and until when its certificate is good. {@code HttpSettings} says what to
 * ask, {@code HttpApi} asks, {@code HttpReading} makes values of the answer; {@code Guards} tell a target that is down from a probe
 * that is.
 */
@NullMarked
package dev.migrationtower.probe.http;

import org.jspecify.annotations.NullMarked;
