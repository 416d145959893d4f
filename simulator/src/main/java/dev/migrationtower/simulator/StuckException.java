package dev.migrationtower.simulator;

/** The night does not go on; the message says what was waited for, and where it stands. */
final class StuckException extends RuntimeException {
    StuckException(String words) {
        super(words);
    }
}
