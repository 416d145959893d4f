/**
 * A pretend estate on one machine, and the night in which its ids become bigint. What is pretended are the people and the web
 * applications; the PostgreSQL server, its two million rows, its sessions and the migration are real. {@link
 * dev.migrationtower.simulator.Night} is the story. The tower is met as everybody meets it: over HTTP.
 */
@NullMarked
package dev.migrationtower.simulator;

import org.jspecify.annotations.NullMarked;
