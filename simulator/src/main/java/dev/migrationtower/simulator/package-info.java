/**
 * A pretended estate on one machine, and the night in which its ids become bigint. What is pretended are the people, the web
 * applications, and the vendors who tell of the rest; the PostgreSQL server, its rows, its sessions and the migration are real. {@link
 * dev.migrationtower.simulator.Night} is the story. The tower is met as everybody meets it: over HTTP.
 */
@NullMarked
package dev.migrationtower.simulator;

import org.jspecify.annotations.NullMarked;
