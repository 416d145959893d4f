package dev.migrationtower.dashboard.evidence;

import java.time.Instant;

/**
 * Who took the evidence of a run, when, and how far it goes. The first line of the chain, and the foot of the document.
 *
 * @param revision the last that is in it
 */
record Taking(String run, Instant at, String by, long revision) {}
