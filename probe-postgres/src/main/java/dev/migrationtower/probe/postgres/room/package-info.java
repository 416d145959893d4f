/** Will it fit: the room that a rewrite needs until its commit, the room there is, and who will lag behind its WAL. */
@NullMarked
package dev.migrationtower.probe.postgres.room;

import org.jspecify.annotations.NullMarked;
